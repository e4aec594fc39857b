#define _GNU_SOURCE
#include "CTestTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <utmp.h>
#include <unistd.h>

// A thread of the tests may have signals blocked or ignored; a program that is started must not inherit that.
static void forget_signals(void) {
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
}

tt_process tt_spawn(const char *const *argv, const char *const *envp, int columns, int rows) {
  tt_process process = {.pid = -1, .master = -1, .slave = -1};
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  // Closed on exec from the first moment: a program that another thread starts must not keep this terminal alive.
  process.master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  char name[128];
  if (process.master < 0 || grantpt(process.master) != 0 || unlockpt(process.master) != 0 ||
      ptsname_r(process.master, name, sizeof name) != 0)
    return process;
  process.slave = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (process.slave < 0) return process;
  ioctl(process.master, TIOCSWINSZ, &size);
  process.pid = fork();
  if (process.pid == 0) {
    forget_signals();
    login_tty(process.slave);
    execve(argv[0], (char *const *)argv, (char *const *)envp);
    _exit(127);
  }
  return process;
}

pid_t tt_start(const char *const *argv, const char *const *envp, int input, int output, int errors) {
  pid_t pid = fork();
  if (pid == 0) {
    forget_signals();
    setsid();
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(127);
    execve(argv[0], (char *const *)argv, (char *const *)envp);
    _exit(127);
  }
  return pid;
}

// The first bytes of a file under /proc of the program; empty where it cannot be read.
static void read_state(pid_t pid, const char *name, char *text, size_t size) {
  char path[64];
  snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, name);
  int file = open(path, O_RDONLY | O_CLOEXEC);
  ssize_t count = file < 0 ? 0 : read(file, text, size - 1);
  if (file >= 0) close(file);
  text[count > 0 ? count : 0] = 0;
}

bool tt_is_waiting(tt_process process) {
  int pending = 0;
  if (ioctl(process.slave, FIONREAD, &pending) == 0 && pending > 0) return false;
  char text[512];
  read_state(process.pid, "stat", text, sizeof text);
  const char *name = strrchr(text, ')');
  if (name && name[1] && (name[2] == 'R' || name[2] == 'D')) return false;
  // A thread that waits for another one of the program is at work.
  read_state(process.pid, "syscall", text, sizeof text);
  return atol(text) != SYS_futex || text[0] == 0;
}

void tt_resize(tt_process process, int columns, int rows) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  ioctl(process.master, TIOCSWINSZ, &size);
}

uint64_t tt_settings(int fd) {
  struct termios settings;
  memset(&settings, 0, sizeof settings);
  if (tcgetattr(fd, &settings) != 0) return 0;
  uint64_t digest = 1469598103934665603u;
  const tcflag_t modes[] = {settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag};
  for (size_t i = 0; i < 4; i++) digest = (digest ^ modes[i]) * 1099511628211u;
  for (size_t i = 0; i < NCCS; i++) digest = (digest ^ settings.c_cc[i]) * 1099511628211u;
  return digest;
}

bool tt_running(pid_t pid, int *status) {
  pid_t ended = waitpid(pid, status, WNOHANG);
  return ended == 0;
}

ssize_t tt_read(int master, char *buffer, size_t size, int milliseconds) {
  struct pollfd poller = {.fd = master, .events = POLLIN};
  int ready = poll(&poller, 1, milliseconds);
  if (ready <= 0) return 0;
  ssize_t count = read(master, buffer, size);
  if (count > 0) return count;
  return (count < 0 && (errno == EAGAIN || errno == EINTR)) ? 0 : -1;
}

static size_t utf8(uint32_t c, char *out) {
  if (c < 0x80) return out[0] = (char)c, 1;
  if (c < 0x800) return out[0] = (char)(0xC0 | c >> 6), out[1] = (char)(0x80 | (c & 63)), 2;
  if (c < 0x10000)
    return out[0] = (char)(0xE0 | c >> 12), out[1] = (char)(0x80 | (c >> 6 & 63)), out[2] = (char)(0x80 | (c & 63)), 3;
  return out[0] = (char)(0xF0 | c >> 18), out[1] = (char)(0x80 | (c >> 12 & 63)), out[2] = (char)(0x80 | (c >> 6 & 63)),
         out[3] = (char)(0x80 | (c & 63)), 4;
}

size_t tt_row(VTerm *terminal, int row, int columns, char *buffer, size_t size) {
  VTermScreen *screen = vterm_obtain_screen(terminal);
  size_t used = 0;
  for (int column = 0; column < columns;) {
    VTermScreenCell cell;
    VTermPos at = {.row = row, .col = column};
    if (!vterm_screen_get_cell(screen, at, &cell)) break;
    if (used + 4 * VTERM_MAX_CHARS_PER_CELL >= size) break;
    if (cell.chars[0] == 0) buffer[used++] = ' ';
    for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0 && cell.chars[i] != (uint32_t)-1; i++)
      used += utf8(cell.chars[i], buffer + used);
    column += cell.width > 1 ? cell.width : 1;
  }
  return used;
}

bool tt_marked(VTerm *terminal, int row, int column) {
  VTermScreenCell cell;
  VTermPos at = {.row = row, .col = column};
  if (!vterm_screen_get_cell(vterm_obtain_screen(terminal), at, &cell)) return false;
  return cell.attrs.reverse || cell.attrs.bold || !VTERM_COLOR_IS_DEFAULT_BG(&cell.bg);
}

double tt_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}
