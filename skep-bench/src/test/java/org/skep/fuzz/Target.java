package org.skep.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A reader under fire.
 *
 * @param name also the folder of its crashes
 * @param seeds honest input, to be damaged
 * @param tokens what its grammar is made of
 * @param reading reads and checks what must hold for any input
 */
public record Target(String name, List<byte[]> seeds, List<String> tokens, Reading reading) {
  /** Reads any bytes; throws only when something is wrong with our code. */
  @FunctionalInterface
  public interface Reading {
    void of(byte[] input) throws Exception;
  }

  /** Reads any text; throws only when something is wrong with our code. */
  @FunctionalInterface
  public interface TextReading {
    void of(String input) throws Exception;
  }

  public Target {
    seeds = List.copyOf(seeds);
    tokens = List.copyOf(tokens);
  }

  /** A reader of text; bytes that are no UTF-8 become replacement characters. */
  public static Target ofText(
      String name, List<String> seeds, List<String> tokens, TextReading reading) {
    return new Target(
        name,
        seeds.stream().map(Target::bytes).toList(),
        tokens,
        input -> reading.of(new String(input, StandardCharsets.UTF_8)));
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
