// The door to ncurses' terminal database, and to the few things that must be C: signal handlers and tty settings.
//
// Cells are composed and sent by Terminal itself, because libc's wcwidth, on which ncurses' windows rely, knows
// neither newer Han nor any in the C locale; so of ncurses only the terminfo layer is used. Its macros and
// variadic functions cannot be imported, hence the accessors.
#ifndef CNCURSES_H
#define CNCURSES_H

#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1

#include <stdbool.h>
#include <stddef.h>

#include <ncursesw/curses.h>
#include <ncursesw/term.h>

// term.h names capabilities with macros such as `lines` and `tab`; none of them may leak.
#undef lines
#undef columns
#undef tab
#undef bell

enum cn_setup { CN_SETUP_OK = 0, CN_SETUP_UNKNOWN = 1, CN_SETUP_NO_DATABASE = 2, CN_SETUP_HARDCOPY = 3 };

/// Reads the terminal database's entry for `name`.
static inline enum cn_setup cn_setup(const char *name, int fd) {
  int error = 0;
  if (setupterm(name, fd, &error) == OK) return CN_SETUP_OK;
  return error == 0 ? CN_SETUP_UNKNOWN : error == 1 ? CN_SETUP_HARDCOPY : CN_SETUP_NO_DATABASE;
}

/// A string capability; NULL where the terminal has none.
static inline const char *cn_string(const char *capability) {
  const char *text = tigetstr(capability);
  return text == (const char *)-1 ? NULL : text;
}

/// A numeric capability; negative where the terminal has none.
static inline int cn_number(const char *capability) { return tigetnum(capability); }

static inline bool cn_flag(const char *capability) { return tigetflag(capability) == 1; }

/// A pipe for waking the loop: non-blocking, closed on exec; false where none can be made.
bool cn_pipe(int *read_end, int *write_end);

/// Columns and rows of the terminal; false where it does not say.
bool cn_window_size(int fd, int *columns, int *rows);

/// Remembers the terminal's settings and makes it raw: no echo, no signals by key, no XON/XOFF. False if it is none.
bool cn_enter_raw(int fd);

/// Puts back the settings that `cn_enter_raw` found. Safe in a signal handler.
void cn_leave_raw(int fd);

/// From now on SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGCONT (and SIGTSTP with `suspendable`) write their number to
/// `wake_fd`, and SIGPIPE is ignored.
void cn_watch_signals(int wake_fd, bool suspendable);

/// Puts back the handlers that `cn_watch_signals` found.
void cn_unwatch_signals(void);

/// Stops the whole job as the terminal driver would, and returns when it is continued.
void cn_stop_job(void);

/// Should the program crash, the terminal gets its settings back and `restore` is sent before the handler that was
/// there is called. `restore` is copied; at most 512 bytes.
void cn_arm_crash(int fd, const char *restore, size_t length);

void cn_disarm_crash(void);

#endif
