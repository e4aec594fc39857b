#ifndef CSECCOMP_H
#define CSECCOMP_H

/// Takes from the process, for good and on all its threads, what a session never needs: starting programs, looking into
/// other processes, the network, mounting, other identities, kernel modules, typing into terminals.
///
/// Refused calls fail with EPERM and the process goes on. Crash handlers that would start a program are taken away, and
/// no core is left. Returns 0, or a negative errno; the process may then be confined in part and must end.
int cs_confine(void);

#endif
