#if defined(__linux__) && !defined(_GNU_SOURCE)
#define _GNU_SOURCE 1 /* POSIX_SPAWN_SETSID, addclosefrom_np */
#endif

#include "CGraphvizShim.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#endif

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || \
    __has_feature(memory_sanitizer)
#define LIAISON_SANITIZED 1 /* its shadow memory is larger than any limit */
#endif
#endif

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0 /* Darwin has SO_NOSIGPIPE instead */
#endif

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* A connected pair, closed at exec, clear of 0…2: parent's end first. */
static int open_pair(int pair[2]) {
#ifdef SOCK_CLOEXEC
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0) return errno;
#else
  if (socketpair(AF_UNIX, SOCK_STREAM, 0, pair) != 0) return errno;
  fcntl(pair[0], F_SETFD, FD_CLOEXEC);
  fcntl(pair[1], F_SETFD, FD_CLOEXEC);
#endif
  for (int i = 0; i < 2; i++) {
    if (pair[i] > 2) continue;
    int higher = fcntl(pair[i], F_DUPFD_CLOEXEC, 3);
    if (higher < 0) {
      int error = errno;
      close(pair[0]);
      close(pair[1]);
      return error;
    }
    close(pair[i]);
    pair[i] = higher;
  }
#ifdef SO_NOSIGPIPE
  int on = 1;
  setsockopt(pair[0], SOL_SOCKET, SO_NOSIGPIPE, &on, sizeof on);
#endif
  fcntl(pair[0], F_SETFL, fcntl(pair[0], F_GETFL) | O_NONBLOCK);
  return 0;
}

static void close_end(int *descriptor) {
  if (*descriptor >= 0) close(*descriptor);
  *descriptor = -1;
}

static int start(const char *path, const char *const *arguments, const char *const *environment,
                 int input, int output, int errors, pid_t *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  int error = posix_spawn_file_actions_init(&actions);
  if (error) return error;
  error = posix_spawnattr_init(&attributes);
  if (error) {
    posix_spawn_file_actions_destroy(&actions);
    return error;
  }
  short flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID;
#ifdef POSIX_SPAWN_CLOEXEC_DEFAULT
  flags |= POSIX_SPAWN_CLOEXEC_DEFAULT;
#endif
  sigset_t every, none;
  sigfillset(&every);
  sigdelset(&every, SIGKILL);
  sigdelset(&every, SIGSTOP);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(&attributes, &every);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, flags);
  error = posix_spawn_file_actions_adddup2(&actions, input, 0);
  if (!error) error = posix_spawn_file_actions_adddup2(&actions, output, 1);
  if (!error) error = posix_spawn_file_actions_adddup2(&actions, errors, 2);
#ifdef __GLIBC_PREREQ
#if __GLIBC_PREREQ(2, 34)
  /* What another thread opens without CLOEXEC must not reach the child either. */
  if (!error) error = posix_spawn_file_actions_addclosefrom_np(&actions, 3);
#endif
#endif
  if (!error)
    error = posix_spawn(process, path, &actions, &attributes, (char *const *)arguments,
                        (char *const *)environment);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return error;
}

typedef struct {
  liaison_bytes *bytes;
  size_t capacity;
  size_t limit;
  int over;
} sink;

/* Reads what is there. 1: more may come, 0: the end. */
static int drain(int descriptor, sink *sink) {
  uint8_t buffer[64 << 10];
  /* Not forever: a child that never stops writing must not keep us from the clock. */
  for (int rounds = 0; rounds < 16; rounds++) {
    ssize_t count = read(descriptor, buffer, sizeof buffer);
    if (count < 0) {
      if (errno == EINTR) continue;
      return errno == EAGAIN || errno == EWOULDBLOCK;
    }
    if (count == 0) return 0;
    size_t take = (size_t)count, room = sink->limit - sink->bytes->count;
    if (take > room) {
      take = room;
      sink->over = 1;
    }
    if (sink->capacity - sink->bytes->count < take) {
      size_t capacity = sink->capacity ? sink->capacity * 2 : sizeof buffer;
      uint8_t *base = realloc(sink->bytes->base, capacity);
      if (!base) {
        sink->over = 1;
        return 0;
      }
      sink->bytes->base = base;
      sink->capacity = capacity;
    }
    if (take) memcpy(sink->bytes->base + sink->bytes->count, buffer, take);
    sink->bytes->count += take;
  }
  return 1;
}

/* Waits for the end of the child until the deadline, then kills its group. */
static void reap(pid_t process, double deadline, liaison_child_result *result) {
  int status = 0;
  long pause = 200000; /* ns */
  for (;;) {
    pid_t ended = waitpid(process, &status, WNOHANG);
    if (ended == process) break;
    if (ended < 0 && errno != EINTR) return; /* SIGCHLD is ignored: nothing is known of it */
    if (ended == 0) {
      if (now() >= deadline) {
        result->timed_out = 1;
        kill(-process, SIGKILL);
        while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
        }
        break;
      }
      struct timespec wait = {0, pause};
      nanosleep(&wait, NULL);
      if (pause < 10000000) pause *= 2;
    }
  }
  if (WIFEXITED(status)) result->exit_status = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result->signal = WTERMSIG(status);
}

static void converse(pid_t process, int *input, int *output, int *errors, const uint8_t *bytes,
                     size_t count, double deadline, sink *out, sink *err,
                     liaison_child_result *result) {
  size_t sent = 0;
  if (count == 0) close_end(input);
  while (*output >= 0 || *errors >= 0) {
    double left = deadline - now();
    if (left <= 0 || out->over) {
      result->timed_out = !out->over;
      result->output_over = out->over;
      kill(-process, SIGKILL);
      return;
    }
    struct pollfd set[3] = {
        {*output, POLLIN, 0}, {*errors, POLLIN, 0}, {*input, POLLOUT, 0}};
    int wait = left > 3600 ? 3600000 : (int)(left * 1000) + 1;
    int ready = poll(set, 3, wait);
    if (ready < 0 && errno != EINTR) {
      kill(-process, SIGKILL);
      return;
    }
    if (ready <= 0) continue;
    if (set[2].revents) {
      ssize_t written = send(*input, bytes + sent, count - sent, MSG_NOSIGNAL);
      if (written > 0) sent += (size_t)written;
      int failed = written < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR;
      /* A child that ends early says why on its other ends. */
      if (sent == count || failed) close_end(input);
    }
    if (set[0].revents && !drain(*output, out)) close_end(output);
    if (set[1].revents && !drain(*errors, err)) close_end(errors);
  }
  result->output_over = out->over;
}

void liaison_run_child(const char *path, const char *const *arguments,
                       const char *const *environment, const uint8_t *input, size_t input_count,
                       size_t max_output, size_t max_errors, double wall_seconds,
                       liaison_child_result *result) {
  memset(result, 0, sizeof *result);
  result->exit_status = -1;
  double deadline = now() + wall_seconds;
  int in[2] = {-1, -1}, out[2] = {-1, -1}, err[2] = {-1, -1};
  pid_t process = -1;
  int error = open_pair(in);
  if (!error) error = open_pair(out);
  if (!error) error = open_pair(err);
  if (!error) error = start(path, arguments, environment, in[1], out[1], err[1], &process);
  close_end(&in[1]);
  close_end(&out[1]);
  close_end(&err[1]);
  if (error) {
    result->spawn_error = error;
  } else {
    sink output = {&result->output, 0, max_output, 0}, errors = {&result->errors, 0, max_errors, 0};
    converse(process, &in[0], &out[0], &err[0], input, input_count, deadline, &output, &errors,
             result);
    reap(process, deadline, result);
  }
  close_end(&in[0]);
  close_end(&out[0]);
  close_end(&err[0]);
}

static int limit(int resource, uint64_t value, uint64_t grace) {
  struct rlimit now;
  if (getrlimit(resource, &now) != 0) return -1;
  rlim_t soft = (rlim_t)value, hard = (rlim_t)(value + grace);
  if (now.rlim_max != RLIM_INFINITY && hard > now.rlim_max) hard = now.rlim_max;
  if (soft > hard) soft = hard;
  struct rlimit next = {soft, hard};
  return setrlimit(resource, &next);
}

int liaison_confine(uint64_t memory_bytes, uint64_t cpu_seconds) {
  int reply = fcntl(1, F_DUPFD_CLOEXEC, 3);
  /* A library that prints must not print into the reply. */
  if (reply < 0 || dup2(2, 1) < 0) return -1;
  /* A second of grace: at the soft limit comes SIGXCPU, which says what it was; at the hard, KILL. */
  if (limit(RLIMIT_CORE, 0, 0) != 0 || limit(RLIMIT_CPU, cpu_seconds, 1) != 0 ||
      limit(RLIMIT_FSIZE, 64 << 20, 0) != 0 || limit(RLIMIT_NOFILE, 64, 0) != 0)
    return -1;
#ifndef LIAISON_SANITIZED
#ifdef __linux__
  if (limit(RLIMIT_AS, memory_bytes, 0) != 0) return -1;
#else
  limit(RLIMIT_AS, memory_bytes, 0); /* Darwin may refuse it */
#endif
#endif
#ifdef __linux__
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
    return -1;
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); /* who asked is gone: nobody reads the reply */
#endif
  return chdir("/") == 0 ? reply : -1;
}

ptrdiff_t liaison_read(int descriptor, void *buffer, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t more = read(descriptor, (char *)buffer + done, count - done);
    if (more < 0 && errno == EINTR) continue;
    if (more < 0) return -1;
    if (more == 0) break;
    done += (size_t)more;
  }
  return (ptrdiff_t)done;
}

int liaison_write(int descriptor, const void *buffer, size_t count) {
  size_t done = 0;
  while (done < count) {
    ssize_t more = write(descriptor, (const char *)buffer + done, count - done);
    if (more < 0 && errno == EINTR) continue;
    if (more <= 0) return -1;
    done += (size_t)more;
  }
  return 0;
}
