package org.skep.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a report belongs to its story, in the reader's language: the stage gives its reasons in
 * English, one form each. What is not known here is shown as it came. Pure.
 */
final class Reasons {
  private static final List<Form> FORMS =
      List.of(
          new Form("same names: (.+)", "reason.names"),
          new Form("(one) number agrees", "reason.numbers.one"),
          new Form("(\\d+) numbers agree", "reason.numbers.other"),
          new Form("within (\\d+) h", "reason.hours"),
          new Form("within (\\d+) days", "reason.days"),
          new Form("(a copy of a report in it)", "reason.copy"),
          new Form("(put together by a user)", "reason.user"));

  private Reasons() {}

  private record Form(Pattern pattern, String key) {
    Form(String pattern, String key) {
      this(Pattern.compile(pattern), key);
    }
  }

  static String of(String reason, Words words) {
    for (Form form : FORMS) {
      Matcher matcher = form.pattern().matcher(reason);
      if (matcher.matches()) {
        return words.t(form.key(), matcher.group(1));
      }
    }
    return reason;
  }
}
