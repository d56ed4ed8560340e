#include "CGraphvizShim.h"

#include <stdlib.h>

void liaison_free_bytes(liaison_bytes *bytes) {
  free(bytes->base);
  bytes->base = NULL;
  bytes->count = 0;
}

#ifdef LIAISON_GRAPHVIZ

#include <cgraph.h>
#include <gvc.h>
#if __has_include(<graphviz_version.h>)
#include <graphviz_version.h>
#endif
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#if defined(GRAPHVIZ_VERSION_MAJOR) && GRAPHVIZ_VERSION_MAJOR >= 13
typedef size_t liaison_length;
#else
typedef unsigned liaison_length;
#endif

enum { MESSAGE_LIMIT = 64 << 10, STACK_BYTES = 64 << 20 };

/* Everything below is used with this lock held: libcgraph and libgvc have globals of their own. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static GVC_t *context;
static char messages[MESSAGE_LIMIT];
static size_t message_count;

/* Graphviz gives a message in pieces: "Error", ": ", text. */
static int collect(char *piece) {
  size_t length = strlen(piece);
  if (length > MESSAGE_LIMIT - message_count) length = MESSAGE_LIMIT - message_count;
  memcpy(messages + message_count, piece, length);
  message_count += length;
  return 0;
}

static void say(const char *text) { collect((char *)text); }

/* What a text of our own writer never declares: files, links, other people's drawing, the engine. */
static const char *const forbidden[] = {
    "image",      "imagepath", "shapefile", "stylesheet", "fontpath", "_background", "_draw_",
    "layout",     "URL",       "href",      "edgeURL",    "edgehref", "labelURL",    "labelhref",
    "headURL",    "headhref",  "tailURL",   "tailhref",   "sides",    "viewport",    "concentrate",
    "_ldraw_",    "_hdraw_",   "_tdraw_",   "_hldraw_",   "_tldraw_", "fontnames",   "size"};

static const char *forbidden_in(Agraph_t *graph) {
  const int kinds[] = {AGRAPH, AGNODE, AGEDGE};
  for (size_t i = 0; i < sizeof forbidden / sizeof *forbidden; i++)
    for (size_t k = 0; k < 3; k++)
      if (agattr(graph, kinds[k], (char *)forbidden[i], NULL)) return forbidden[i];
  return NULL;
}

static int copy(liaison_bytes *to, const void *from, size_t count) {
  to->base = malloc(count ? count : 1);
  if (!to->base) return 0;
  memcpy(to->base, from, count);
  to->count = count;
  return 1;
}

typedef struct {
  const uint8_t *dot;
  size_t count;
  const liaison_render_options *options;
  liaison_render_result *result;
} job;

static int lay_out_and_render(Agraph_t *graph, const liaison_render_options *options,
                              liaison_bytes *bytes) {
  int status = LIAISON_NOT_RENDERED;
  char *data = NULL;
  liaison_length length = 0;
  /* sfdp and fdp draw their first positions from the C library's generator. */
  srand(1);
  srand48(1);
  if (gvLayout(context, graph, options->engine) == 0 && agerrors() < AGERR) {
    if (gvRenderData(context, graph, options->format, &data, &length) == 0 && data && length > 0 &&
        agerrors() < AGERR) {
      if (length > options->max_reply) {
        say("the reply is larger than allowed\n");
        status = LIAISON_TOO_LARGE;
      } else {
        status = copy(bytes, data, length) ? LIAISON_RENDERED : LIAISON_NO_MEMORY;
      }
    }
    if (data) gvFreeRenderData(data);
  }
  gvFreeLayout(context, graph);
  return status;
}

static int said(const char *words) {
  size_t length = strlen(words);
  for (size_t i = 0; i + length <= message_count; i++)
    if (memcmp(messages + i, words, length) == 0) return 1;
  return 0;
}

/* `Layout type: "x" not recognized. Use one of: …` and `renderer for x is unavailable`. */
static int lacks_plugin(void) {
  return said("not recognized. Use one of") || (said("renderer for ") && said(" is unavailable"));
}

static int render(const job *job) {
  const liaison_render_options *options = job->options;
  agseterr(AGWARN);
  agseterrf((agusererrf)collect); /* const or not, by version */
  agreseterrors();
  if (!context) context = gvContext();
  if (!context) return LIAISON_NO_MEMORY;
  if (job->count == 0 || memchr(job->dot, 0, job->count)) {
    say("the text is empty or holds a null byte\n");
    return LIAISON_BAD_DOT;
  }
  char *text = malloc(job->count + 1);
  if (!text) return LIAISON_NO_MEMORY;
  memcpy(text, job->dot, job->count);
  text[job->count] = 0;
  Agraph_t *graph = agmemread(text);
  free(text);
  if (!graph) {
    say("not a graph\n");
    return LIAISON_BAD_DOT;
  }
  int status;
  const char *name = forbidden_in(graph);
  char *splines = agget(graph, "splines");
  if (agerrors() >= AGERR) {
    status = LIAISON_BAD_DOT;
  } else if (name) {
    say("the attribute ");
    say(name);
    say(" is not let through\n");
    status = LIAISON_BAD_DOT;
  } else if (splines && strcmp(splines, "ortho") == 0 &&
             (strcmp(options->engine, "circo") == 0 || strcmp(options->engine, "twopi") == 0)) {
    say("circo and twopi abort on orthogonal edges\n");
    status = LIAISON_BAD_DOT;
  } else if ((uint64_t)agnnodes(graph) > options->max_nodes) {
    say("the graph has more nodes than allowed\n");
    status = LIAISON_TOO_LARGE;
  } else if ((uint64_t)agnedges(graph) > options->max_edges) {
    say("the graph has more edges than allowed\n");
    status = LIAISON_TOO_LARGE;
  } else {
    if (options->dpi > 0) {
      char dpi[16];
      snprintf(dpi, sizeof dpi, "%d", options->dpi);
      agattr(graph, AGRAPH, "dpi", dpi);
    }
    status = lay_out_and_render(graph, options, &job->result->bytes);
    if (status == LIAISON_NOT_RENDERED && lacks_plugin()) status = LIAISON_NO_PLUGIN;
  }
  agclose(graph);
  return status;
}

static void *run(void *argument) {
  const job *job = argument;
  job->result->status = render(job);
  return NULL;
}

int liaison_graphviz_available(void) { return 1; }

void liaison_graphviz_render(const uint8_t *dot, size_t count,
                             const liaison_render_options *options,
                             liaison_render_result *result) {
  memset(result, 0, sizeof *result);
  result->status = LIAISON_NO_MEMORY;
  job job = {dot, count, options, result};
  pthread_mutex_lock(&lock);
  message_count = 0;
  /* dot follows edges by recursion; other threads of a process may have 512 kB only. */
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, STACK_BYTES);
  if (pthread_create(&thread, &attributes, run, &job) == 0) pthread_join(thread, NULL);
  pthread_attr_destroy(&attributes);
  if (!copy(&result->messages, messages, message_count)) {
    liaison_free_bytes(&result->bytes);
    result->status = LIAISON_NO_MEMORY;
  }
  pthread_mutex_unlock(&lock);
}

#else

#include <string.h>

int liaison_graphviz_available(void) { return 0; }

void liaison_graphviz_render(const uint8_t *dot, size_t count,
                             const liaison_render_options *options,
                             liaison_render_result *result) {
  (void)dot, (void)count, (void)options;
  memset(result, 0, sizeof *result);
  result->status = LIAISON_NO_GRAPHVIZ;
}

#endif
