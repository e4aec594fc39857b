#include "CZip.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

struct cz_archive {
  zip_t *zip;
};

struct cz_entry {
  zip_file_t *file;
};

cz_archive *cz_open(const uint8_t *bytes, size_t size) {
  uint8_t *copy = malloc(size ? size : 1);
  if (!copy) return NULL;
  memcpy(copy, bytes, size);
  // The source frees the copy.
  zip_source_t *source = zip_source_buffer_create(copy, size, 1, NULL);
  if (!source) {
    free(copy);
    return NULL;
  }
  zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
  if (!zip) {
    zip_source_free(source);
    return NULL;
  }
  cz_archive *archive = malloc(sizeof *archive);
  if (!archive) {
    zip_discard(zip);
    return NULL;
  }
  archive->zip = zip;
  return archive;
}

void cz_close(cz_archive *archive) {
  if (!archive) return;
  zip_discard(archive->zip);
  free(archive);
}

int64_t cz_count(const cz_archive *archive) { return zip_get_num_entries(archive->zip, 0); }

int64_t cz_find(cz_archive *archive, const char *name) { return zip_name_locate(archive->zip, name, ZIP_FL_NOCASE); }

int cz_sizes(cz_archive *archive, int64_t entry, uint64_t *packed, uint64_t *unpacked) {
  zip_stat_t stat;
  if (zip_stat_index(archive->zip, (zip_uint64_t)entry, 0, &stat) != 0) return -1;
  if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE) return -2;
  if (!(stat.valid & ZIP_STAT_SIZE) || !(stat.valid & ZIP_STAT_COMP_SIZE)) return -1;
  *packed = stat.comp_size;
  *unpacked = stat.size;
  return 0;
}

cz_entry *cz_entry_open(cz_archive *archive, int64_t number) {
  zip_file_t *file = zip_fopen_index(archive->zip, (zip_uint64_t)number, 0);
  if (!file) return NULL;
  cz_entry *entry = malloc(sizeof *entry);
  if (!entry) {
    zip_fclose(file);
    return NULL;
  }
  entry->file = file;
  return entry;
}

int64_t cz_entry_read(cz_entry *entry, uint8_t *buffer, size_t size) { return zip_fread(entry->file, buffer, size); }

void cz_entry_close(cz_entry *entry) {
  if (!entry) return;
  zip_fclose(entry->file);
  free(entry);
}
