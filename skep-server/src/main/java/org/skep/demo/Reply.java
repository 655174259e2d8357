package org.skep.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the demo press answers to one request.
 *
 * @param body given away, not copied
 */
record Reply(int status, Map<String, String> headers, byte[] body) {
  static Reply of(int status, String contentType, byte[] body) {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", contentType);
    return new Reply(status, headers, body);
  }

  /** Adds a header to this reply. */
  Reply with(String name, String value) {
    headers.put(name, value);
    return this;
  }
}
