package org.skep.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.access.Access;
import org.skep.access.Passwords;
import org.skep.access.Scope;
import org.skep.clock.SystemClock;
import org.skep.store.LoginRows.User;
import org.skep.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user}: who may sign in, while Skep is not running. */
@Command(
    name = "user",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(add | list | password | remove | token | app-password)",
    description = {
      "Who may sign in, while Skep is not running. Without any user Skep serves this machine alone,"
          + " without login;",
      "the first one takes over what was read until then."
    },
    footer = {
      "",
      "Examples:",
      "  skep user add anna",
      "  skep user token anna --scope read --days 365"
    })
final class UserCommands implements Runnable {
  @picocli.CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  static CommandLine line() {
    return new CommandLine(new UserCommands())
        .addSubcommand(new Add())
        .addSubcommand(new Users())
        .addSubcommand(new Password())
        .addSubcommand(new Remove())
        .addSubcommand(new Token())
        .addSubcommand(new AppPassword());
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "add, list, password, remove, token or app-password is missing");
  }

  /** A verb about users. */
  private abstract static class UserVerb extends DataVerb {
    @Override
    public Integer call() throws IOException {
      var clock = new SystemClock();
      try (var store = Store.open(data(), clock)) {
        run(new Access(store, clock));
      }
      return CommandLine.ExitCode.OK;
    }

    abstract void run(Access access) throws IOException;

    static User existing(Access access, String name) {
      return access
          .user(name)
          .orElseThrow(() -> new IllegalArgumentException("there is no user " + name));
    }

    /** Typed without echo, or one line of standard input when that is no terminal. */
    static String password() throws IOException {
      Console console = Objects.requireNonNull(System.console()); // never null since JDK 22
      if (console.isTerminal()) {
        return new String(console.readPassword("Password: "));
      }
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      String line = in.readLine();
      if (line == null) {
        throw new IllegalArgumentException("the password is missing on standard input");
      }
      return line;
    }

    static void refuse(Optional<Access.Fault> fault) {
      fault.ifPresent(found -> {
        throw new IllegalArgumentException(
            switch (found) {
              case NAME -> "a name is letters, digits, dot, dash and underscore, at most 40";
              case NAME_TAKEN -> "there is a user of that name";
              case TOO_SHORT -> "a password has at least " + Passwords.LENGTH_MIN + " characters";
              case TOO_LONG -> "that password is too long";
              case COMMON -> "that password is one of those everybody tries first";
              case LIKE_THE_NAME -> "the name is no password";
            });
      });
    }
  }

  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = "Makes a user; the password is asked for, or read from standard input.",
      footer = {"", "Example:", "  skep user add anna"})
  private static final class Add extends UserVerb {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Override
    void run(Access access) throws IOException {
      refuse(access.addUser(name, password()));
      out().println("Made " + name + "; everybody signs in from now on.");
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists who may sign in.",
      footer = {"", "Example:", "  skep user list"})
  private static final class Users extends UserVerb {
    @Override
    void run(Access access) {
      access.users().forEach(user -> out().println(user.name()));
    }
  }

  @Command(
      name = "password",
      mixinStandardHelpOptions = true,
      description = "Sets another password and ends every session of the user.",
      footer = {"", "Example:", "  skep user password anna"})
  private static final class Password extends UserVerb {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Override
    void run(Access access) throws IOException {
      refuse(access.changePassword(existing(access, name), password()));
      out().println("Changed; " + name + " signs in anew everywhere.");
    }
  }

  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = "Removes a user with marks, sessions and tokens.",
      footer = {"", "Example:", "  skep user remove anna"})
  private static final class Remove extends UserVerb {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Override
    void run(Access access) {
      access.removeUser(existing(access, name));
      out().println("Removed " + name + ".");
    }
  }

  @Command(
      name = "token",
      mixinStandardHelpOptions = true,
      description = "Makes a token for a program, printed this once.",
      footer = {"", "Example:", "  skep user token anna --label newsboat --scope read --days 365"})
  private static final class Token extends UserVerb {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--label", paramLabel = "TEXT", description = "What it is for.")
    private String label = "token";

    @Option(names = "--scope", paramLabel = "SCOPE", description = "read, write or admin.")
    private String scope = "read";

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "How long it works. Default: for ever.")
    private @Nullable Integer days;

    @Override
    void run(Access access) {
      var life = days == null ? null : Duration.ofDays(days);
      var user = existing(access, name).id();
      var token = access.addToken(user, label, Scope.valueOf(scope.toUpperCase(Locale.ROOT)), life);
      out().println(token.reveal());
    }
  }

  @Command(
      name = "app-password",
      mixinStandardHelpOptions = true,
      description = "Makes a password for a reader app, printed this once; never your own.",
      footer = {"", "Example:", "  skep user app-password anna --label phone"})
  private static final class AppPassword extends UserVerb {
    @Parameters(paramLabel = "NAME")
    private String name = "";

    @Option(names = "--label", paramLabel = "TEXT", description = "Which app it is for.")
    private String label = "app";

    @Override
    void run(Access access) {
      access
          .apps()
          .add(existing(access, name).id(), label)
          .ifPresent(secret -> out().println(secret.reveal()));
    }
  }
}
