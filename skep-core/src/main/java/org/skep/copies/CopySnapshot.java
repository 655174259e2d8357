package org.skep.copies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import org.skep.model.Codec;
import org.skep.model.Credit;
import org.skep.text.Stored;

/** One article of the copy index as bytes and back. */
final class CopySnapshot {
  private CopySnapshot() {}

  static void write(DataOutput out, Document document) throws IOException {
    out.writeInt(document.number);
    out.writeLong(document.group);
    out.writeInt(document.prints);
    out.writeInt(document.second);
    write(out, document.features);
    Stored.write(out, document.weights);
    out.writeInt(document.matches.size());
    for (Match match : document.matches) {
      write(out, match);
    }
    document.writeRow(out);
  }

  static Document read(DataInput in) throws IOException {
    int number = in.readInt();
    long group = in.readLong();
    int prints = in.readInt();
    int second = in.readInt();
    var features = features(in);
    var document = new Document(number, features, Stored.floats(in), group, prints);
    document.second = second;
    for (int n = in.readInt(); n > 0; n--) {
      document.matches.add(match(in));
    }
    document.readRow(in);
    return document;
  }

  private static void write(DataOutput out, CopyFeatures features) throws IOException {
    out.writeLong(features.article());
    out.writeInt(features.revision());
    out.writeUTF(features.outlet());
    Instant claimed = features.claimed();
    out.writeBoolean(claimed != null);
    if (claimed != null) {
      write(out, claimed);
    }
    write(out, features.seen());
    out.writeLong(features.titleHash());
    out.writeInt(features.credits().size());
    for (Credit credit : features.credits()) {
      Stored.write(out, Codec.encode(credit));
    }
    Stored.write(out, features.words());
    Stored.write(out, features.grams());
    Stored.write(out, features.begins());
    Stored.write(out, features.lengths());
    Stored.write(out, features.marks());
    Stored.write(out, features.prints());
  }

  private static CopyFeatures features(DataInput in) throws IOException {
    long article = in.readLong();
    int revision = in.readInt();
    String outlet = in.readUTF();
    Instant claimed = in.readBoolean() ? instant(in) : null;
    Instant seen = instant(in);
    long titleHash = in.readLong();
    var credits = new ArrayList<Credit>();
    for (int n = in.readInt(); n > 0; n--) {
      credits.add(Codec.decode(Stored.bytes(in), Credit.class));
    }
    return new CopyFeatures(
        article,
        revision,
        outlet,
        CopyFeatures.squash(outlet),
        claimed,
        seen,
        titleHash,
        credits,
        CopyFeatures.keys(credits),
        Stored.ints(in),
        Stored.ints(in),
        Stored.ints(in),
        Stored.bytes(in),
        Stored.bytes(in),
        Stored.longs(in));
  }

  private static void write(DataOutput out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static Instant instant(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static void write(DataOutput out, Match match) throws IOException {
    out.writeInt(match.other());
    out.writeDouble(match.chance());
    out.writeDouble(match.source());
    out.writeDouble(match.in());
    out.writeDouble(match.of());
    out.writeDouble(match.rawIn());
    out.writeDouble(match.rawOf());
    Stored.write(out, match.passages());
    Stored.write(out, match.alterations());
  }

  private static Match match(DataInput in) throws IOException {
    return new Match(
        in.readInt(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        Stored.ints(in),
        Stored.ints(in),
        Match.NO_WORDS);
  }
}
