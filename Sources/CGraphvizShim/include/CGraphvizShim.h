#ifndef LIAISON_GRAPHVIZ_SHIM_H
#define LIAISON_GRAPHVIZ_SHIM_H

/* What Swift cannot reach of Graphviz and of POSIX: macros, mutable C globals, varargs, spawn,
   prctl. No header of Graphviz is named here, so that this module imports without it. */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Bytes that a call made; liaison_free_bytes releases them. */
typedef struct {
  uint8_t *_Nullable base;
  size_t count;
} liaison_bytes;

void liaison_free_bytes(liaison_bytes *_Nonnull bytes);

/* ---- Rendering, Render.c ---- */

enum {
  LIAISON_RENDERED = 0,
  LIAISON_NO_GRAPHVIZ = 1,  /* built without it */
  LIAISON_NO_PLUGIN = 2,    /* the layout or the format is not installed */
  LIAISON_BAD_DOT = 3,      /* not one graph, or one with what is never let through */
  LIAISON_TOO_LARGE = 4,    /* more nodes, edges or reply bytes than allowed */
  LIAISON_NOT_RENDERED = 5, /* Graphviz said that it failed */
  LIAISON_NO_MEMORY = 6
};

typedef struct {
  const char *_Nonnull engine;
  const char *_Nonnull format;
  int dpi; /* 0: what the text says */
  uint64_t max_nodes;
  uint64_t max_edges;
  uint64_t max_reply;
} liaison_render_options;

typedef struct {
  int status;
  liaison_bytes bytes;    /* the picture */
  liaison_bytes messages; /* what Graphviz said, UTF-8 lines; at most 64 kB */
} liaison_render_result;

/* 1 where the package was built with the trait Graphviz, else 0. */
int liaison_graphviz_available(void);

/* Renders one DOT text. One call runs at a time in a process, on a thread with a stack of 64 MB;
   the context of Graphviz is made once and never freed, since a second one uses freed memory. */
void liaison_graphviz_render(
    const uint8_t *_Nonnull dot, size_t count, const liaison_render_options *_Nonnull options,
    liaison_render_result *_Nonnull result);

/* ---- Processes, Process.c ---- */

typedef struct {
  int spawn_error;  /* errno of the start, else 0 */
  int exit_status;  /* -1 where it did not exit by itself */
  int signal;       /* 0 where none ended it */
  int timed_out;    /* 1: the wall clock limit was reached and the group was killed */
  int output_over;  /* 1: it wrote more than max_output and the group was killed */
  liaison_bytes output;
  liaison_bytes errors;
} liaison_child_result;

/* Runs a program in a session of its own, feeds it, reads it to the end within the limits and
   reaps it. `arguments` and `environment` end with NULL. More than max_errors of its stderr is read
   and thrown away. Safe to call from several threads. */
void liaison_run_child(
    const char *_Nonnull path, const char *_Nullable const *_Nonnull arguments,
    const char *_Nullable const *_Nonnull environment, const uint8_t *_Nullable input,
    size_t input_count, size_t max_output, size_t max_errors, double wall_seconds,
    liaison_child_result *_Nonnull result);

/* In the child, before it reads what it is asked: limits of memory (not under a sanitizer),
   processor time, file size and descriptors; no core, no new privileges, no tracing; `/` as the
   directory. Returns a descriptor for the reply; stdout is stderr from here on. -1 on failure. */
int liaison_confine(uint64_t memory_bytes, uint64_t cpu_seconds);

/* Reads up to count bytes, over interruptions; fewer only at the end. -1 on failure. */
ptrdiff_t liaison_read(int descriptor, void *_Nonnull buffer, size_t count);

/* Writes all of it. 0, or -1 on failure. */
int liaison_write(int descriptor, const void *_Nonnull buffer, size_t count);

#ifdef __cplusplus
}
#endif

#endif
