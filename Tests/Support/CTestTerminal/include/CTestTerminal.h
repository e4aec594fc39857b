#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>
#include <vterm.h>

/// A program in a real pseudo-terminal: its process id and the master side.
typedef struct {
  pid_t pid;
  int master;
  int slave;
} tt_process;

/// Starts `argv` on a new pseudo-terminal of the given size; `envp` is its whole environment. The slave side stays open
/// here, so that its settings can be read after the program has gone. Returns pid -1 on failure.
tt_process tt_spawn(const char *const *argv, const char *const *envp, int columns, int rows);

/// Starts `argv` away from any terminal, with these three descriptors; `envp` is its whole environment.
pid_t tt_start(const char *const *argv, const char *const *envp, int input, int output, int errors);

/// Whether the program has read all its keys and sleeps.
bool tt_is_waiting(tt_process process);

/// Tells the terminal's new size, as a window manager would.
void tt_resize(tt_process process, int columns, int rows);

/// A digest of the slave's settings (modes and control characters), to compare before and after.
uint64_t tt_settings(int fd);

/// Whether the program still runs; when it has ended, its wait status is written to `status`.
bool tt_running(pid_t pid, int *status);

/// Waits up to `milliseconds` for bytes and reads them: more than 0 the count, 0 nothing came, -1 the program has gone.
ssize_t tt_read(int master, char *buffer, size_t size, int milliseconds);

/// The text of one row of the emulated screen in UTF-8, trailing blanks kept, a wide character once.
size_t tt_row(VTerm *terminal, int row, int columns, char *buffer, size_t size);

/// Whether the cell stands out (reverse, bold or a background that is not the default).
bool tt_marked(VTerm *terminal, int row, int column);

/// Milliseconds of the monotonic clock.
double tt_now(void);
