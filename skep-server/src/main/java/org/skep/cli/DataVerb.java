package org.skep.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.skep.clock.SystemClock;
import org.skep.fetch.LocalPress;
import org.skep.settings.Settings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A verb that works on the user's own data: it knows the directory and where to print. */
abstract class DataVerb implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DataOption data = new DataOption();

  /** The data directory. */
  final Path data() {
    return data.path();
  }

  /** Where results go. */
  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  /** Where problems go. */
  final PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /** The whole program over the data, not yet at work. */
  final Program program() {
    return Program.open(
        data(), Settings.load(data(), System.getenv()), LocalPress.NONE, new SystemClock());
  }
}
