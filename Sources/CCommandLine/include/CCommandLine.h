// Arguments, options and help texts by CLI11, behind plain C.
//
// Order of calls: ccl_new, then commands and options, then ccl_parse once, then the answers, then
// ccl_free. One thread at a time. Every `const char *` that is given out lives until ccl_free; every
// one that is handed in is copied. No call lets a C++ exception through.
#pragma once

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ccl_app ccl_app;
typedef struct ccl_command ccl_command;
typedef struct ccl_option ccl_option;

typedef enum ccl_outcome {
  ccl_parsed,      // ask for the command and its options
  ccl_help,        // ccl_text is a help text that was asked for
  ccl_no_command,  // no command was named; ccl_text is the help text
  ccl_refused,     // ccl_text says why; ccl_culprit is what was not understood, or empty
} ccl_outcome;

typedef enum ccl_arity {
  ccl_flag,  // no value
  ccl_one,   // one value; given twice it is refused
  ccl_many,  // one value each time it is given
} ccl_arity;

ccl_app *ccl_new(const char *name, const char *description, const char *footer);
void ccl_free(ccl_app *app);

// The program itself, for options that stand before a command. Never null.
ccl_command *ccl_root(ccl_app *app);
// A sub-command, of one word or of two with a blank between; null where the library refuses the name.
ccl_command *ccl_add_command(
    ccl_app *app, const char *name, const char *description, const char *footer);
// `names` is "-v,--verbose"; `value` names the value in the help text and is ignored for a flag.
// Null where the library refuses the names.
ccl_option *ccl_add_option(
    ccl_app *app, ccl_command *command, const char *names, const char *value, ccl_arity arity,
    const char *group, const char *description);
// What stands without an option's name; at least `least` of them, and `most` at most (0: any number).
ccl_option *ccl_add_positional(
    ccl_app *app, ccl_command *command, const char *name, int least, int most,
    const char *description);

// `arguments` without the program's name.
ccl_outcome ccl_parse(ccl_app *app, int count, const char *const *arguments);

const char *ccl_text(const ccl_app *app);
const char *ccl_culprit(const ccl_app *app);
// The command that was named; the empty string for none.
const char *ccl_command_name(const ccl_app *app);
// The help text of a command (of the program for the root).
const char *ccl_help_text(ccl_app *app, ccl_command *command);
// How often an option was given, and what with. A flag's value is "true" or "false".
int ccl_count(const ccl_option *option);
const char *ccl_value(const ccl_option *option, int index);

// Columns that a terminal uses for a character; -1 for what has none of its own. By the C library, whose
// character type (LC_CTYPE) must be a UTF-8 one.
int ccl_columns(uint32_t scalar);

// Catches SIGINT, SIGTERM and (unless it is ignored) SIGHUP from now on and gives a descriptor on which the number of each
// comes as one byte; -1 where that cannot be had. Here and not in Swift, since a handler may run in any thread at any moment.
int ccl_catch_signals(void);

#ifdef __cplusplus
}
#endif
