package org.skep.monitor;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.skep.fetch.FakeOrigin;
import org.skep.fetch.FakeOrigin.Seen;
import org.skep.fetch.FakeOrigin.Step;
import org.skep.monitor.Pushes.Delivery;

/** A hub as the tests want it: asks back before it answers, and sends what it is told to send. */
final class FakeHub implements Step {
  private final Newsagent agent;
  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private volatile String lease = "864000";
  private volatile boolean silent;

  FakeHub(Newsagent agent) {
    this.agent = agent;
  }

  @Override
  public void answer(Seen request, OutputStream out) throws IOException, InterruptedException {
    var form = new HashMap<String, String>();
    for (String pair : request.body().split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(decoded(parts[0]), decoded(parts[1]));
    }
    asked.add(form);
    if (!silent) {
      confirm(form);
    }
    FakeOrigin.reply(202, "").answer(request, out);
  }

  /** Accepts, but confirms nothing from now on. */
  void fallSilent(boolean now) {
    silent = now;
  }

  /** Promises so many seconds from now on. */
  void lease(String seconds) {
    lease = seconds;
  }

  /** The forms it got, in order. */
  List<Map<String, String>> asked() {
    return List.copyOf(asked);
  }

  Map<String, String> last() {
    return asked.getLast();
  }

  /** Asks back, as after that form. */
  Optional<String> confirm(Map<String, String> form) {
    return agent
        .pushes()
        .verify(key(form), field(form, "hub.mode"), field(form, "hub.topic"), "really?", lease);
  }

  /** Sends a document to the last subscriber, signed as agreed. */
  Delivery send(String document, String method) {
    return sendWith(document, method + "=" + sign(document, method, field(last(), "hub.secret")));
  }

  /** Sends it under any signature, or none. */
  Delivery sendWith(String document, @Nullable String signature, String... link) {
    return agent
        .pushes()
        .deliver(
            key(last()),
            document.getBytes(StandardCharsets.UTF_8),
            "application/rss+xml",
            link.length == 0 ? null : link[0],
            signature);
  }

  static String sign(String document, String method, String secret) {
    String name = "Hmac" + method.toUpperCase(java.util.Locale.ROOT);
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
      return HexFormat.of().formatHex(mac.doFinal(document.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(method, e);
    }
  }

  static String key(Map<String, String> form) {
    String callback = field(form, "hub.callback");
    return callback.substring(callback.lastIndexOf('/') + 1);
  }

  static String field(Map<String, String> form, String name) {
    return Objects.requireNonNull(form.get(name), name);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
