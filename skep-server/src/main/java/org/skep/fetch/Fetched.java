package org.skep.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.skep.model.Page;

/** How a request ended. The world's misbehaviour is a value here, never an exception. */
public sealed interface Fetched {
  /** The redirects on the way, in order. */
  List<Hop> hops();

  /**
   * The bytes, whole and decoded.
   *
   * @param page its address is the one after redirects
   * @param validators for the next request; to be stored only once the body has been understood
   * @param address the IP address that was connected to
   * @param bytes what came over the wire, before decoding
   */
  record Ok(
      Page page, Validators validators, List<Hop> hops, String address, long bytes, Duration took)
      implements Fetched {
    public Ok {
      hops = List.copyOf(hops);
    }
  }

  /**
   * The server says that nothing changed.
   *
   * @param headers names in lower case
   * @param validators those of the answer, or the ones asked with where it gives none
   */
  record NotModified(String url, Map<String, String> headers, Validators validators, List<Hop> hops)
      implements Fetched {
    public NotModified {
      headers = Map.copyOf(headers);
      hops = List.copyOf(hops);
    }
  }

  /** Nothing usable, and why. */
  record Failed(Failure failure) implements Fetched {
    @Override
    public List<Hop> hops() {
      return failure.hops();
    }
  }
}
