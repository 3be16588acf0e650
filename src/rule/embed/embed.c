/* Build tool: writes the rule files named on the command line as constants of a C file on standard
 * output. */
#include <stdio.h>

static int embed(const char *path, int index)
{
    FILE *in = fopen(path, "rb");
    int c, column = 0;

    if (!in) {
        perror(path);
        return 1;
    }
    printf("static const char file_%d[] = {", index);
    while ((c = getc(in)) != EOF)
        printf("%s%d,", column++ % 24 == 0 ? "\n" : "", c < 128 ? c : c - 256);
    printf("0};\n");
    if (ferror(in)) {
        perror(path);
        (void)fclose(in);
        return 1;
    }
    return fclose(in) != 0;
}

int main(int argc, char **argv)
{
    printf("/* Generated from rules/ by src/rule/embed: do not edit. */\n"
           "#include \"rule/builtin.h\"\n\n");
    for (int i = 1; i < argc; i++)
        if (embed(argv[i], i) != 0)
            return 1;
    printf("\nconst struct rb_builtin_file rb_builtin_files[] = {\n");
    for (int i = 1; i < argc; i++)
        printf("    {\"%s\", file_%d, sizeof file_%d - 1},\n", argv[i], i, i);
    printf("};\n\nconst size_t rb_builtin_count = %d;\n", argc - 1);
    return fflush(stdout) != 0 || ferror(stdout);
}
