// Prints the visible text of HTML pages as Gumbo's tree has it: the oracle that `compare` holds Curette against.
//
// usage: visible-text FILE...    each page: a byte 0x01, its path, a line feed, its text
#include <gumbo.h>
#include <stdio.h>
#include <stdlib.h>

// What no visitor reads, or reads as a title: Curette leaves it out as well.
static int is_unseen(const GumboElement *element) {
    switch (element->tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TITLE:
        return element->tag_namespace == GUMBO_NAMESPACE_HTML;
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
        return 1;
    default:
        return 0;
    }
}

static void print_text(const GumboNode *node) {
    const GumboVector *children;
    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        fputs(node->v.text.text, stdout);
        return;
    case GUMBO_NODE_DOCUMENT:
        children = &node->v.document.children;
        break;
    case GUMBO_NODE_ELEMENT:
        if (is_unseen(&node->v.element)) return;
        children = &node->v.element.children;
        break;
    default:
        return;
    }
    for (unsigned index = 0; index < children->length; index++) print_text(children->data[index]);
}

int main(int count, char **paths) {
    for (int index = 1; index < count; index++) {
        FILE *file = fopen(paths[index], "rb");
        if (!file || fseek(file, 0, SEEK_END) != 0) return perror(paths[index]), 1;
        long length = ftell(file);
        rewind(file);
        char *page = malloc((size_t)length + 1);
        if (!page || fread(page, 1, (size_t)length, file) != (size_t)length) return perror(paths[index]), 1;
        fclose(file);
        GumboOutput *output = gumbo_parse_with_options(&kGumboDefaultOptions, page, (size_t)length);
        printf("\001%s\n", paths[index]);
        print_text(output->document);
        gumbo_destroy_output(&kGumboDefaultOptions, output);
        free(page);
    }
    return 0;
}
