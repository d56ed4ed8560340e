#ifndef LIAISON_GRAPHVIZ_SHIM_H
#define LIAISON_GRAPHVIZ_SHIM_H

/* 1 where the package was built with the trait Graphviz, else 0. */
int liaison_graphviz_available(void);

#endif
