#include "CCommandLine.h"

#include <CLI/CLI.hpp>

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>
#include <wchar.h>

#include <list>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

struct ccl_option {
  CLI::Option *option;
  std::vector<std::string> values;
};

struct ccl_command {
  CLI::App *app;
};

struct ccl_app {
  std::unique_ptr<CLI::App> app;
  ccl_command root{nullptr};
  // Lists, because pointers into them are given out.
  std::list<ccl_command> commands;
  std::list<ccl_option> options;
  std::list<std::string> helps;
  std::string text, culprit, command;
};

namespace {

// Where the library's own --help is listed.
constexpr const char *global_group = "Global options";

// A positional that looks like "[a,b]" is a list to CLI11. It is hidden behind this byte, which no
// argument can begin with for a reason of its own, and taken out again.
constexpr char shield = '\x01';

std::string shielded(const std::string &argument) {
  if (!argument.empty() && (argument.front() == '[' || argument.front() == shield))
    return std::string(1, shield) + argument;
  return argument;
}

std::string unshielded(const std::string &argument) {
  if (!argument.empty() && argument.front() == shield) return argument.substr(1);
  return argument;
}

// How wide a help text may be, and where its second column begins.
constexpr size_t text_width = 80, second_column = 32;

// CLI11's own parts laid out our way: descriptions wrapped, columns counted by characters in
// place of bytes.
struct Words : CLI::Formatter {
  Words() {
    column_width(second_column);
    label("Positionals", "Arguments");
  }

  static size_t length(const std::string &text) {
    size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    return count;
  }

  static std::string row(const std::string &name, const std::string &description) {
    const size_t room = text_width - second_column;
    std::string text = "  " + name;
    size_t column = 2 + length(name);
    if (column + 1 > second_column) {
      text += "\n";
      column = 0;
    }
    text += std::string(second_column - column, ' ');
    std::istringstream words(description);
    std::string word;
    size_t used = 0;
    while (words >> word) {
      if (used > 0 && used + 1 + length(word) > room) {
        text += "\n" + std::string(second_column, ' ');
        used = 0;
      }
      text += (used > 0 ? " " : "") + word;
      used += (used > 0 ? 1 : 0) + length(word);
    }
    return text + "\n";
  }

  std::string make_option(const CLI::Option *option, bool is_positional) const override {
    std::string name = make_option_name(option, is_positional);
    if (const auto comma = name.find(','); comma != std::string::npos) name.insert(comma + 1, " ");
    return row(name + make_option_opts(option), make_option_desc(option));
  }

  std::string make_option_opts(const CLI::Option *option) const override {
    const std::string value = option->get_type_name();
    std::string text = value.empty() ? "" : " " + value;
    if (option->get_items_expected_max() > 1) text += "...";
    return text;
  }

  // A command of two words is listed under both; the first alone is no command.
  std::string make_subcommand(const CLI::App *command) const override {
    const auto inner = command->get_subcommands([](const CLI::App *) { return true; });
    if (inner.empty()) return row(command->get_name(), command->get_description());
    std::string text;
    for (const CLI::App *one : inner)
      text += row(command->get_name() + " " + one->get_name(), one->get_description());
    return text;
  }

  std::string make_help(
      const CLI::App *app, std::string name, CLI::AppFormatMode mode) const override {
    return CLI::detail::find_and_replace(
        CLI::Formatter::make_help(app, std::move(name), mode), "\n\n\n", "\n\n");
  }

  std::string make_usage(const CLI::App *app, std::string name) const override {
    std::string text = "\nUsage: " + (name.empty() ? app->get_name() : name);
    for (const CLI::Option *option : app->get_options(
             [](const CLI::Option *option) { return option->get_positional(); })) {
      const bool many = option->get_items_expected_max() > 1;
      const std::string word = option->get_name(true) + (many ? "..." : "");
      text += " " + (option->get_required() ? word : "[" + word + "]");
    }
    if (!app->get_subcommands([](const CLI::App *) { return true; }).empty()) text += " COMMAND";
    return text + " [OPTIONS]\n";
  }
};

int signal_pipe[2] = {-1, -1};

void tell(int number) {
  const int before = errno;
  const unsigned char byte = static_cast<unsigned char>(number);
  // A full pipe holds more signals than anybody needs.
  (void)!write(signal_pipe[1], &byte, 1);
  errno = before;
}

void hold_answers(ccl_app *app) {
  for (ccl_option &held : app->options) {
    held.values.clear();
    for (const std::string &value : held.option->results())
      held.values.push_back(unshielded(value));
  }
}

// The innermost command that was named; the program itself where none was.
CLI::App *name_command(ccl_app *app) {
  app->command.clear();
  CLI::App *at = app->app.get();
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
    app->command += (app->command.empty() ? "" : " ") + at->get_name();
  }
  return at;
}

// The command of a name's first word, made where there is none yet; it stands for those of two words.
CLI::App *first_of_two(ccl_app *app, const std::string &name) {
  for (CLI::App *known : app->app->get_subcommands([](const CLI::App *) { return true; }))
    if (known->get_name() == name) return known;
  CLI::App *first = app->app->add_subcommand(name, "");
  first->group("Commands");
  first->footer("");
  first->require_subcommand(1);
  first->set_help_flag("-h,--help", "Say what the command does and takes")->group(global_group);
  return first;
}

ccl_option *held(ccl_app *app, CLI::Option *option) {
  app->options.push_back({option, {}});
  return &app->options.back();
}

}  // namespace

extern "C" {

ccl_app *ccl_new(const char *name, const char *description, const char *footer) {
  try {
    auto app = std::make_unique<ccl_app>();
    app->app = std::make_unique<CLI::App>(description, name);
    app->app->formatter(std::make_shared<Words>());
    app->app->footer(footer);
    app->app->require_subcommand(0, 1);
    app->root.app = app->app.get();
    return app.release();
  } catch (...) {
    return nullptr;
  }
}

void ccl_free(ccl_app *app) { delete app; }

ccl_command *ccl_root(ccl_app *app) { return &app->root; }

ccl_command *ccl_add_command(
    ccl_app *app, const char *name, const char *description, const char *footer) {
  try {
    const std::string words(name);
    const auto space = words.find(' ');
    CLI::App *above =
        space == std::string::npos ? app->app.get() : first_of_two(app, words.substr(0, space));
    const std::string last = space == std::string::npos ? words : words.substr(space + 1);
    CLI::App *command = above->add_subcommand(last, description);
    command->footer(footer);
    command->group("Commands");
    app->commands.push_back({command});
    return &app->commands.back();
  } catch (...) {
    return nullptr;
  }
}

ccl_option *ccl_add_option(
    ccl_app *app, ccl_command *command, const char *names, const char *value, ccl_arity arity,
    const char *group, const char *description) {
  try {
    CLI::Option *option;
    if (arity == ccl_flag) {
      const std::string words(description);
      option = command->app->add_flag(names, words);
      option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      option->disable_flag_override();
    } else {
      option = command->app->add_option(
          names, [](const CLI::results_t &) { return true; }, description);
      option->type_name(value);
      if (arity == ccl_many) {
        option->expected(1, CLI::detail::expected_max_vector_size);
        option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      }
      option->allow_extra_args(false);
    }
    option->group(group);
    // The library's own --help moves to the end of its group each time it is set.
    if (group == std::string(global_group))
      command->app->set_help_flag("-h,--help", "Say what the command does and takes")
          ->group(global_group);
    return held(app, option);
  } catch (...) {
    return nullptr;
  }
}

ccl_option *ccl_add_positional(
    ccl_app *app, ccl_command *command, const char *name, int least, int most,
    const char *description) {
  try {
    CLI::Option *option = command->app->add_option(
        name, [](const CLI::results_t &) { return true; }, description);
    option->type_name("");
    if (most == 1) {
      option->expected(1);
      option->allow_extra_args(false);
    } else {
      option->expected(1, most == 0 ? CLI::detail::expected_max_vector_size : most);
      option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
      option->allow_extra_args(true);
    }
    option->required(least > 0);
    return held(app, option);
  } catch (...) {
    return nullptr;
  }
}

ccl_outcome ccl_parse(ccl_app *app, int count, const char *const *arguments) {
  app->text.clear();
  app->culprit.clear();
  app->command.clear();
  try {
    std::vector<std::string> reversed;
    for (int index = count - 1; index >= 0; --index)
      reversed.push_back(shielded(arguments[index]));
    app->app->parse(std::move(reversed));
    hold_answers(app);
    name_command(app);
    if (!app->command.empty()) return ccl_parsed;
    app->text = app->app->help();
    return ccl_no_command;
  } catch (const CLI::CallForHelp &) {
    app->text = app->app->help();
    return ccl_help;
  } catch (const CLI::RequiredError &error) {
    const bool lacks_word = name_command(app)->get_require_subcommand_min() > 0;
    const auto extra = app->app->remaining(true);
    if (lacks_word && !extra.empty()) app->culprit = unshielded(extra.front());
    app->text = lacks_word ? "a word is missing after " + app->command : error.what();
    return ccl_refused;
  } catch (const CLI::ExtrasError &error) {
    const auto extra = app->app->remaining(true);
    if (!extra.empty()) app->culprit = unshielded(extra.front());
    name_command(app);
    app->text = error.what();
    return ccl_refused;
  } catch (const CLI::ArgumentMismatch &error) {
    const std::string reason = error.what();
    name_command(app);
    // `--flag=value`; what the library says of it begins with the name without its dashes.
    if (const auto end = reason.find(" was given a disallowed flag override"); end != std::string::npos) {
      app->text = "--" + reason.substr(0, end) + " takes no value";
      return ccl_refused;
    }
    const std::string name = reason.substr(0, reason.find(':'));
    bool is_repeated = false;
    for (const ccl_option &held : app->options)
      is_repeated |= held.option->results().size() > 1 && held.option->get_name() == name;
    app->text = name + (is_repeated ? " was given more than once" : " needs a value");
    return ccl_refused;
  } catch (const std::exception &error) {
    name_command(app);
    app->text = error.what();
    return ccl_refused;
  } catch (...) {
    app->text = "the arguments could not be read";
    return ccl_refused;
  }
}

const char *ccl_text(const ccl_app *app) { return app->text.c_str(); }
const char *ccl_culprit(const ccl_app *app) { return app->culprit.c_str(); }
const char *ccl_command_name(const ccl_app *app) { return app->command.c_str(); }

const char *ccl_help_text(ccl_app *app, ccl_command *command) {
  try {
    std::string name;
    for (const CLI::App *at = command->app; at->get_parent(); at = at->get_parent())
      name = " " + at->get_name() + name;
    if (!name.empty()) name = app->app->get_name() + name;
    app->helps.push_back(command->app->help(name));
    return app->helps.back().c_str();
  } catch (...) {
    return "";
  }
}

int ccl_count(const ccl_option *option) { return static_cast<int>(option->values.size()); }

const char *ccl_value(const ccl_option *option, int index) {
  if (index < 0 || index >= ccl_count(option)) return "";
  return option->values[static_cast<size_t>(index)].c_str();
}

int ccl_columns(uint32_t scalar) { return wcwidth(static_cast<wchar_t>(scalar)); }

int ccl_catch_signals(void) {
  if (pipe2(signal_pipe, O_CLOEXEC) != 0) return -1;
  fcntl(signal_pipe[1], F_SETFL, O_NONBLOCK);
  struct sigaction action = {};
  action.sa_handler = tell;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    // What was started with `nohup` goes on when its terminal is closed.
    struct sigaction before = {};
    if (number == SIGHUP && sigaction(number, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
      continue;
    if (sigaction(number, &action, nullptr) != 0) return -1;
  }
  return signal_pipe[0];
}

}  // extern "C"
