#define _GNU_SOURCE
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved_settings;
static volatile sig_atomic_t settings_known;

bool cn_pipe(int *read_end, int *write_end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  *read_end = ends[0];
  *write_end = ends[1];
  return true;
}

bool cn_window_size(int fd, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col == 0 || size.ws_row == 0) return false;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return true;
}

bool cn_enter_raw(int fd) {
  struct termios raw;
  if (tcgetattr(fd, &raw) != 0) return false;
  saved_settings = raw;
  settings_known = 1;
  raw.c_iflag &= ~(tcflag_t)(BRKINT | ICRNL | INLCR | IGNCR | INPCK | ISTRIP | IXON | IXOFF);
  raw.c_oflag &= ~(tcflag_t)OPOST;
  raw.c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | IEXTEN | ISIG);
  raw.c_cflag = (raw.c_cflag & ~(tcflag_t)(CSIZE | PARENB)) | CS8;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  return tcsetattr(fd, TCSADRAIN, &raw) == 0;
}

void cn_leave_raw(int fd) {
  if (!settings_known) return;
  // A background job that sets the terminal is stopped by SIGTTOU; here that would leave it raw for good.
  sigset_t block, before;
  sigemptyset(&block);
  sigaddset(&block, SIGTTOU);
  sigprocmask(SIG_BLOCK, &block, &before);
  tcsetattr(fd, TCSANOW, &saved_settings);
  sigprocmask(SIG_SETMASK, &before, NULL);
}

static const int watched[] = {SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGCONT, SIGTSTP, SIGPIPE};
enum { WATCHED = sizeof watched / sizeof watched[0] };
static struct sigaction watched_before[WATCHED];
static volatile sig_atomic_t wake_pipe = -1;
static bool watching;

static void tell_loop(int number) {
  int error = errno;
  unsigned char byte = (unsigned char)number;
  if (wake_pipe >= 0 && write(wake_pipe, &byte, 1) < 0) { /* a full pipe wakes the loop all the same */ }
  errno = error;
}

void cn_watch_signals(int wake_fd, bool suspendable) {
  if (watching) return;
  watching = true;
  wake_pipe = wake_fd;
  for (int i = 0; i < WATCHED; i++) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = watched[i] == SIGPIPE || (watched[i] == SIGTSTP && !suspendable) ? SIG_IGN : tell_loop;
    action.sa_flags = SA_RESTART;
    sigaction(watched[i], &action, &watched_before[i]);
  }
}

void cn_unwatch_signals(void) {
  if (!watching) return;
  for (int i = 0; i < WATCHED; i++) sigaction(watched[i], &watched_before[i], NULL);
  wake_pipe = -1;
  watching = false;
}

void cn_stop_job(void) {
  struct sigaction standard, before;
  sigset_t only, mask;
  memset(&standard, 0, sizeof standard);
  standard.sa_handler = SIG_DFL;
  sigaction(SIGTSTP, &standard, &before);
  sigemptyset(&only);
  sigaddset(&only, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &only, &mask);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &before, NULL);
}

static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { FATAL = sizeof fatal / sizeof fatal[0] };
static struct sigaction fatal_before[FATAL];
static volatile sig_atomic_t crash_armed;
static int crash_fd = -1;
static char crash_restore[512];
static size_t crash_length;
static void *crash_stack;

static void crashed(int number, siginfo_t *info, void *context) {
  (void)context;
  if (crash_armed) {
    crash_armed = 0;
    if (write(crash_fd, crash_restore, crash_length) < 0) { /* nothing more can be done */ }
    cn_leave_raw(crash_fd);
  }
  for (int i = 0; i < FATAL; i++) {
    if (fatal[i] == number) sigaction(number, &fatal_before[i], NULL);
  }
  // A fault happens again on return and finds the handler that was there; a signal that was sent must be sent again.
  if (info->si_code <= 0 || number == SIGABRT || number == SIGTRAP) raise(number);
}

void cn_arm_crash(int fd, const char *restore, size_t length) {
  crash_length = length < sizeof crash_restore ? length : sizeof crash_restore;
  memcpy(crash_restore, restore, crash_length);
  crash_fd = fd;
  if (!crash_armed) {
    stack_t stack;
    memset(&stack, 0, sizeof stack);
    if (!crash_stack) crash_stack = malloc(65536);
    stack.ss_sp = crash_stack;
    stack.ss_size = 65536;
    if (crash_stack) sigaltstack(&stack, NULL);
    for (int i = 0; i < FATAL; i++) {
      struct sigaction action;
      memset(&action, 0, sizeof action);
      sigemptyset(&action.sa_mask);
      action.sa_sigaction = crashed;
      action.sa_flags = SA_SIGINFO | SA_ONSTACK;
      sigaction(fatal[i], &action, &fatal_before[i]);
    }
  }
  crash_armed = 1;
}

void cn_disarm_crash(void) {
  if (!crash_armed) return;
  crash_armed = 0;
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &fatal_before[i], NULL);
}
