package org.skep.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.skep.Pipeline;
import org.skep.access.Access;
import org.skep.clock.Clock;
import org.skep.fetch.FetchSettings;
import org.skep.fetch.Fetcher;
import org.skep.fetch.LocalPress;
import org.skep.images.ImageProxy;
import org.skep.index.SearchIndex;
import org.skep.monitor.Monitor;
import org.skep.monitor.StoredHosts;
import org.skep.reading.Reading;
import org.skep.settings.Settings;
import org.skep.store.Store;
import org.skep.store.UserRows;
import org.skep.url.Url;
import org.skep.web.Server;
import org.skep.web.ServerSettings;
import org.skep.web.Site;

/**
 * Everything that runs in one process over one data directory, wired. Closing it stops all, in
 * reverse order.
 */
public final class Program implements AutoCloseable {
  private final Store store;
  private final SearchIndex index;
  private final Fetcher fetcher;
  private final Monitor monitor;
  private final Reading reading;
  private final Access access;
  private final Site site;

  private Program(
      Store store,
      SearchIndex index,
      Fetcher fetcher,
      Monitor monitor,
      Reading reading,
      Access access,
      Site site) {
    this.store = store;
    this.index = index;
    this.fetcher = fetcher;
    this.monitor = monitor;
    this.reading = reading;
    this.access = access;
    this.site = site;
  }

  /** Opens the directory and prepares everything; {@link Monitor#start} begins the work. */
  public static Program open(Path data, Settings settings, LocalPress press, Clock clock) {
    var store = Store.open(data, clock);
    var index = SearchIndex.open(store);
    var pipeline = new Pipeline();
    var fetcher = new Fetcher(fetchSettings(settings, press), new StoredHosts(store), clock);
    var monitor = new Monitor(store, index, fetcher, pipeline, clock, settings, press);
    var desk = new NewsDesk(monitor, new PageReader(fetcher, pipeline, clock));
    var reading = new Reading(store, index, desk, clock, UserRows.READER);
    var access = new Access(store, clock);
    var images = new ImageProxy(fetcher, clock, data.resolve("images"));
    var site =
        new Site(
            reading,
            access,
            images,
            monitor.pushes(),
            serverSettings(settings, settings.port()),
            Version.text(),
            clock.now());
    return new Program(store, index, fetcher, monitor, reading, access, site);
  }

  static FetchSettings fetchSettings(Settings settings, LocalPress press) {
    return new FetchSettings(
        Version.text(),
        settings.contact(),
        settings.ports(),
        org.skep.fetch.FetchLimits.ORDINARY,
        settings.allowPrivate(),
        press);
  }

  private static ServerSettings serverSettings(Settings settings, int port) {
    boolean elsewhere = !settings.bind().equals("127.0.0.1") && !settings.bind().equals("::1");
    return new ServerSettings(
        settings.bind(),
        port,
        names(settings, elsewhere),
        elsewhere || settings.publicAddress() != null || !settings.proxies().isEmpty(),
        settings.https(),
        settings.proxies(),
        ZoneId.systemDefault());
  }

  private static List<String> names(Settings settings, boolean elsewhere) {
    var names = new ArrayList<>(settings.hosts());
    if (elsewhere) {
      names.add(settings.bind());
    }
    Url.parse(String.valueOf(settings.publicAddress())).map(Url::host).ifPresent(names::add);
    return names;
  }

  /**
   * Starts the pages; a port that is taken is an error, unless any other will do.
   *
   * @throws IllegalStateException when others would be let in and nobody has a login
   */
  public Server serve(Settings settings, boolean anyPortWillDo) throws IOException {
    if (serverSettings(settings, 0).open() && !access.required()) {
      throw new IllegalStateException(
          "Listening on "
              + settings.bind()
              + ", a proxy or a public address lets other machines in, and nobody has a login yet."
              + " Make one first:  skep user add NAME");
    }
    try {
      return Server.start(serverSettings(settings, settings.port()), site);
    } catch (IOException e) {
      if (!anyPortWillDo) {
        throw e;
      }
      return Server.start(serverSettings(settings, 0), site);
    }
  }

  /** The truth on disk. */
  public Store store() {
    return store;
  }

  /** What keeps the store up with the press. */
  public Monitor monitor() {
    return monitor;
  }

  /** Who may sign in. */
  Access access() {
    return access;
  }

  /** What a user sees and does. */
  public Reading reading() {
    return reading;
  }

  @Override
  public void close() {
    monitor.close();
    fetcher.close();
    index.close();
    store.close();
  }
}
