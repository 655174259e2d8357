package org.skep.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Names to addresses. */
interface Resolver {
  List<InetAddress> resolve(String host) throws UnknownHostException, InterruptedException;
}
