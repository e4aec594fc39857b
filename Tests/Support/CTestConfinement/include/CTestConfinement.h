#ifndef CTESTCONFINEMENT_H
#define CTESTCONFINEMENT_H

/// What a process tries, confined or not.
typedef enum {
  TC_EXEC, TC_EXEC_AT, TC_FORK, TC_VFORK, TC_SPAWN, TC_CLONE3, TC_PTRACE, TC_READ_OTHER, TC_SOCKET, TC_PAIR, TC_MOUNT,
  TC_UNSHARE, TC_SETUID, TC_CHROOT, TC_KILL, TC_TGKILL, TC_TYPING, TC_LINK, TC_SYMLINK, TC_RING, TC_KEYS,
  TC_THREAD, TC_WRITE_FILE, TC_LOCK, TC_RAISE, TC_EARLIER_THREAD,
} tc_attempt;

/// Tries one thing in a process of its own and answers its errno: 0 where it went well, -1 where the process died.
int tc_try(tc_attempt attempt, int confined);

#endif
