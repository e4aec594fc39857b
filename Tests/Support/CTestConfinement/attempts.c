#define _GNU_SOURCE
#include "CTestConfinement.h"

#include <CSeccomp.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static char *const command[] = {"/bin/true", NULL};
static char *const variables[] = {NULL};
static volatile sig_atomic_t raised;

static void note(int number) { raised = number; }

static void *nothing(void *given) { return given; }

static int confined_elsewhere;
static pthread_barrier_t meeting;

// A thread that was there before the rest of the process was confined.
static void *tries_later(void *given) {
  (void)given;
  pthread_barrier_wait(&meeting);
  pthread_barrier_wait(&meeting);
  confined_elsewhere = syscall(SYS_socket, AF_UNIX, SOCK_STREAM, 0) < 0 ? errno : 0;
  return NULL;
}

static int errno_if(long failed) { return failed < 0 ? errno : 0; }

// A child of a fork that should not have been possible leaves at once.
static int forked(long pid) {
  if (pid == 0) _exit(0);
  if (pid < 0) return errno;
  waitpid((pid_t)pid, NULL, 0);
  return 0;
}

static int attempt_it(tc_attempt attempt) {
  char name[] = "/tmp/sanku-confined-XXXXXX";
  pthread_t thread;
  char byte = 0;
  struct iovec place = {&byte, 1};
  switch (attempt) {
    case TC_EXEC: return execve(command[0], command, variables), errno;
    case TC_EXEC_AT: return syscall(SYS_execveat, AT_FDCWD, command[0], command, variables, 0), errno;
    case TC_FORK: return forked(fork());
    case TC_VFORK: return forked(syscall(SYS_clone, CLONE_VFORK | SIGCHLD, 0, 0, 0, 0));
    case TC_SPAWN: {
      pid_t pid;
      return posix_spawn(&pid, command[0], NULL, NULL, command, variables);
    }
    case TC_CLONE3: {
      unsigned long long arguments[8] = {0, 0, 0, 0, SIGCHLD, 0, 0, 0};
      return forked(syscall(SYS_clone3, arguments, sizeof arguments));
    }
    case TC_PTRACE: return errno_if(ptrace(PTRACE_TRACEME, 0, 0, 0));
    case TC_READ_OTHER: return errno_if(process_vm_readv(getpid(), &place, 1, &place, 1, 0));
    case TC_SOCKET: return errno_if(socket(AF_UNIX, SOCK_STREAM, 0));
    case TC_PAIR: {
      int ends[2];
      return errno_if(socketpair(AF_UNIX, SOCK_STREAM, 0, ends));
    }
    case TC_MOUNT: return errno_if(mount("none", "/nowhere/at/all", "tmpfs", 0, NULL));
    case TC_UNSHARE: return errno_if(unshare(CLONE_FILES));
    case TC_SETUID: return errno_if(setuid(getuid()));
    case TC_CHROOT: return errno_if(chroot("/nowhere/at/all"));
    case TC_KILL: return errno_if(kill(getppid(), 0));
    case TC_TGKILL: return errno_if(syscall(SYS_tgkill, getppid(), getppid(), 0));
    case TC_TYPING: return errno_if(ioctl(0, TIOCSTI, "x"));
    case TC_LINK: return errno_if(link("/nowhere/a", "/nowhere/b"));
    case TC_SYMLINK: return errno_if(symlink("a", "/nowhere/b"));
    case TC_RING: return errno_if(syscall(SYS_io_uring_setup, 0, NULL));
    case TC_KEYS: return errno_if(syscall(SYS_keyctl, 0, -2, 0));
    case TC_THREAD: {
      int failed = pthread_create(&thread, NULL, nothing, NULL);
      return failed ? failed : pthread_join(thread, NULL);
    }
    case TC_WRITE_FILE: {
      int file = mkstemp(name);
      int failed = file < 0 || write(file, "x", 1) != 1 || fsync(file) != 0 || fchmod(file, 0600) != 0 ||
                   fchown(file, getuid(), getgid()) != 0 || unlink(name) != 0;
      return failed ? errno : 0;
    }
    case TC_LOCK: {
      int file = mkstemp(name);
      struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_len = 1};
      int failed = file < 0 || flock(file, LOCK_EX) != 0 || fcntl(file, F_SETLK, &lock) != 0 || unlink(name) != 0;
      return failed ? errno : 0;
    }
    case TC_RAISE: {
      // Whoever started this process may have had it blocked.
      sigset_t all;
      sigfillset(&all);
      sigprocmask(SIG_UNBLOCK, &all, NULL);
      signal(SIGUSR1, note);
      return raise(SIGUSR1) == 0 && raised == SIGUSR1 ? 0 : errno;
    }
    case TC_EARLIER_THREAD: return confined_elsewhere;
  }
  return EINVAL;
}

int tc_try(tc_attempt attempt, int confined) {
  pid_t pid = fork();
  if (pid < 0) return errno;
  if (pid == 0) {
    pthread_t thread;
    if (attempt == TC_EARLIER_THREAD) {
      pthread_barrier_init(&meeting, NULL, 2);
      if (pthread_create(&thread, NULL, tries_later, NULL) != 0) _exit(254);
      pthread_barrier_wait(&meeting);
    }
    if (confined && cs_confine() != 0) _exit(254);
    if (attempt == TC_EARLIER_THREAD) {
      pthread_barrier_wait(&meeting);
      pthread_join(thread, NULL);
    }
    _exit(attempt_it(attempt));
  }
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}
