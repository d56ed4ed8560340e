#include "CGraphvizShim.h"

#ifdef LIAISON_GRAPHVIZ
#include <gvc.h>
int liaison_graphviz_available(void) { return 1; }
#else
int liaison_graphviz_available(void) { return 0; }
#endif
