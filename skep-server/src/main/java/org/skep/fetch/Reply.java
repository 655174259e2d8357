package org.skep.fetch;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP answer, before anybody judges it.
 *
 * @param reason the phrase beside the status; empty in HTTP/2
 * @param headers several of one name are joined with commas
 * @param body decoded; empty unless the status is 200 or 203
 * @param bytes over the wire
 * @param address that answered
 */
record Reply(
    int status,
    String reason,
    Map<String, String> headers,
    byte[] body,
    long bytes,
    String address) {
  Reply {
    var sorted = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = Collections.unmodifiableMap(sorted);
  }

  @Nullable String header(String name) {
    return headers.get(name);
  }

  boolean hasBody() {
    return status == 200 || status == 203;
  }

  boolean isAccepted() {
    return status >= 200 && status < 300;
  }

  /** A redirect that a form may follow (RFC 9110, 15.4.8). */
  boolean keepsMethod() {
    return status == 307 || status == 308;
  }

  boolean isRedirect() {
    return switch (status) {
      case 301, 302, 303, 307, 308 -> header("location") != null;
      default -> false;
    };
  }
}
