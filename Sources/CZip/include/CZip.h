#ifndef CZIP_H
#define CZIP_H

#include <stddef.h>
#include <stdint.h>

/// An archive that is read out of memory; libzip behind it. Nothing is ever unpacked to a path.
typedef struct cz_archive cz_archive;

/// Opens an archive over `size` bytes, which are copied. NULL where they are no archive.
cz_archive *cz_open(const uint8_t *bytes, size_t size);
void cz_close(cz_archive *archive);

/// How many entries it has.
int64_t cz_count(const cz_archive *archive);

/// The place of the entry of this name, from 0, whatever its case; -1 where there is none.
int64_t cz_find(cz_archive *archive, const char *name);

/// What the directory says of an entry's sizes; 0 on success. An encrypted entry is -2.
int cz_sizes(cz_archive *archive, int64_t entry, uint64_t *packed, uint64_t *unpacked);

typedef struct cz_entry cz_entry;

/// Opens an entry for reading; NULL where it cannot be.
cz_entry *cz_entry_open(cz_archive *archive, int64_t entry);

/// The next bytes: their number, 0 at the end, -1 where the entry is damaged (its checksum among it).
int64_t cz_entry_read(cz_entry *entry, uint8_t *buffer, size_t size);
void cz_entry_close(cz_entry *entry);

#endif
