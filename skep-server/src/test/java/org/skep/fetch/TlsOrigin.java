package org.skep.fetch;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * A server behind TLS that answers every request alike, by HTTP/2 or 1.1 as ALPN decides. Of HTTP/2
 * it knows what one answer needs (RFC 9113): settings, their acknowledgement, and the frames of a
 * message whose head is written without compression.
 */
final class TlsOrigin implements AutoCloseable {
  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int ACK = 1;
  private static final int END_STREAM = 1;
  private static final int END_HEADERS = 4;
  private static final int PREFACE_BYTES = 24;

  private final SSLServerSocket server;
  private final int status;
  private final byte[] body;
  private final String encoding;
  private final List<String> spoken = new CopyOnWriteArrayList<>();

  private TlsOrigin(SSLServerSocket server, int status, byte[] body, String encoding) {
    this.server = server;
    this.status = status;
    this.body = body.clone();
    this.encoding = encoding;
  }

  /**
   * Begins.
   *
   * @param protocols for ALPN, the best first
   * @param encoding of the body
   */
  static TlsOrigin start(
      SSLContext context, List<String> protocols, int status, byte[] body, String encoding)
      throws IOException {
    var server =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var parameters = server.getSSLParameters();
    parameters.setApplicationProtocols(protocols.toArray(String[]::new));
    server.setSSLParameters(parameters);
    var origin = new TlsOrigin(server, status, body, encoding);
    Thread.startVirtualThread(origin::serve);
    return origin;
  }

  int port() {
    return server.getLocalPort();
  }

  /** The protocol of each request that was answered. */
  List<String> spoken() {
    return List.copyOf(spoken);
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var socket = (SSLSocket) server.accept();
        Thread.startVirtualThread(() -> converse(socket));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void converse(SSLSocket socket) {
    try (socket) {
      socket.startHandshake();
      var in = new DataInputStream(socket.getInputStream());
      var out = new DataOutputStream(socket.getOutputStream());
      if (socket.getApplicationProtocol().equals("h2")) {
        frames(in, out);
      } else {
        lines(in, out);
      }
    } catch (IOException e) {
      return; // the client had enough
    }
  }

  private void lines(DataInputStream in, DataOutputStream out) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readUnsignedByte());
    }
    spoken.add("http/1.1");
    out.write(
        "HTTP/1.1 %d Because\r\nContent-Encoding: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n"
            .formatted(status, encoding, body.length)
            .getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  private void frames(DataInputStream in, DataOutputStream out) throws IOException {
    in.readNBytes(PREFACE_BYTES);
    frame(out, SETTINGS, 0, 0, new byte[0]);
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedByte();
      int stream = in.readInt() & 0x7fff_ffff;
      byte[] payload = in.readNBytes(length);
      if (type == SETTINGS && (flags & ACK) == 0) {
        frame(out, SETTINGS, ACK, 0, new byte[0]);
      } else if (type == PING && (flags & ACK) == 0) {
        frame(out, PING, ACK, 0, payload);
      } else if (type == HEADERS) {
        spoken.add("h2");
        frame(out, HEADERS, END_HEADERS, stream, head());
        frame(out, DATA, END_STREAM, stream, body);
      }
    }
  }

  /** Status and encoding as literals that are not indexed (RFC 7541, 6.2.2). */
  private byte[] head() {
    String number = Integer.toString(status);
    return ("\u0008" // the name is entry 8 of the static table, ":status"
            + (char) number.length()
            + number
            + "\u0000"
            + (char) "content-encoding".length()
            + "content-encoding"
            + (char) encoding.length()
            + encoding)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
      throws IOException {
    out.writeByte(payload.length >> 16);
    out.writeShort(payload.length);
    out.writeByte(type);
    out.writeByte(flags);
    out.writeInt(stream);
    out.write(payload);
    out.flush();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
