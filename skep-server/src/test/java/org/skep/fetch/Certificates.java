package org.skep.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** An authority of the tests' own and what it signs, made by the JDK's keytool. */
final class Certificates {
  private static final String PASSWORD = "of the tests";

  private final Path folder;

  /** Makes the authority. */
  Certificates(Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    keytool("ca", "-dname", "CN=Authority of the tests", "-ext", "bc:c", "-validity", "30");
  }

  /**
   * A server's certificate and key.
   *
   * @param begin days from now, signed: "-10d"
   * @param days that it is valid
   */
  SSLContext server(String host, String begin, int days)
      throws IOException, InterruptedException, GeneralSecurityException {
    String alias = host + begin;
    keytool(
        alias,
        "-signer",
        "ca",
        "-dname",
        "CN=" + host,
        "-ext",
        "san=dns:" + host,
        "-startdate",
        begin,
        "-validity",
        Integer.toString(days));
    KeyStore all = store();
    var one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(
        alias,
        all.getKey(alias, PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        all.getCertificateChain(alias));
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  /** Trusts the authority and nobody else. */
  X509TrustManager trust() throws IOException, GeneralSecurityException {
    var anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("ca", Objects.requireNonNull(store().getCertificate("ca")));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(anchors);
    return (X509TrustManager) trust.getTrustManagers()[0];
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file())) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private Path file() {
    return folder.resolve("keys.p12");
  }

  private void keytool(String alias, String... how) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC"));
    command.addAll(List.of("-keystore", file().toString(), "-storepass", PASSWORD));
    command.addAll(List.of(how));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("keytool: " + said);
    }
  }
}
