package org.skep.people;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import org.skep.model.Codec;
import org.skep.model.Correction.NamePersons.Row;
import org.skep.model.Person;
import org.skep.model.PersonLink;
import org.skep.model.SpeakerKind;
import org.skep.text.Stored;

/** The persons as bytes and back. */
final class PersonSnapshot {
  private PersonSnapshot() {}

  static void write(DataOutput out, PersonIndex index) throws IOException {
    var persons = new ArrayList<>(index.persons.values());
    persons.sort((a, b) -> Long.compare(a.id, b.id));
    out.writeInt(persons.size());
    for (Known known : persons) {
      write(out, known);
    }
    out.writeInt(index.merged.size());
    for (var entry : index.merged.entrySet()) {
      out.writeLong(entry.getKey());
      out.writeLong(entry.getValue());
    }
    out.writeInt(index.hidden.size());
    for (long id : index.hidden) {
      out.writeLong(id);
    }
    out.writeInt(index.aliases.all().size());
    for (Aliases.Listed listed : index.aliases.all()) {
      Stored.write(out, Codec.encode(listed.row()));
      out.writeLong(listed.person());
    }
  }

  static PersonIndex read(DataInput in) throws IOException {
    var index = new PersonIndex();
    for (int n = in.readInt(); n > 0; n--) {
      Known known = known(in);
      index.persons.put(known.id, known);
      index.shelve(known);
    }
    for (int n = in.readInt(); n > 0; n--) {
      index.merged.put(in.readLong(), in.readLong());
    }
    for (int n = in.readInt(); n > 0; n--) {
      index.hidden.add(in.readLong());
    }
    var names = new Names();
    for (int n = in.readInt(); n > 0; n--) {
      var row = Codec.decode(Stored.bytes(in), Row.class);
      index.aliases.put(new Aliases.Listed(row, names.keys(row), in.readLong()));
    }
    return index;
  }

  private static void write(DataOutput out, Known known) throws IOException {
    out.writeLong(known.id);
    out.writeUTF(known.kind.name());
    out.writeUTF(known.name);
    out.writeBoolean(known.renamed);
    out.writeBoolean(known.full);
    out.writeUTF(known.wikidata == null ? "" : known.wikidata);
    write(out, known.firstSeen);
    write(out, known.lastSeen);
    out.writeInt(known.keys.size());
    for (String key : known.keys) {
      out.writeUTF(key);
    }
    out.writeInt(known.aliases.size());
    for (var alias : known.aliases.entrySet()) {
      out.writeUTF(alias.getKey());
      out.writeInt(alias.getValue());
    }
    out.writeInt(known.roles.size());
    for (Person.Role role : known.roles.values()) {
      Stored.write(out, Codec.encode(role));
    }
    out.writeInt(known.contexts.size());
    for (Known.Context context : known.contexts) {
      out.writeLong(context.article());
      write(out, context.at());
      Stored.write(out, context.terms());
    }
    out.writeInt(known.links.size());
    for (PersonLink link : known.links) {
      out.writeLong(link.article());
      out.writeUTF(link.speaker());
    }
  }

  private static Known known(DataInput in) throws IOException {
    long id = in.readLong();
    var kind = SpeakerKind.valueOf(in.readUTF());
    String name = in.readUTF();
    boolean renamed = in.readBoolean();
    boolean full = in.readBoolean();
    String wikidata = in.readUTF();
    var known = new Known(id, kind, name, full, instant(in));
    known.wikidata = wikidata.isEmpty() ? null : wikidata;
    known.renamed = renamed;
    known.lastSeen = instant(in);
    for (int n = in.readInt(); n > 0; n--) {
      known.keys.add(in.readUTF());
    }
    for (int n = in.readInt(); n > 0; n--) {
      known.aliases.put(in.readUTF(), in.readInt());
    }
    for (int n = in.readInt(); n > 0; n--) {
      var role = Codec.decode(Stored.bytes(in), Person.Role.class);
      known.roles.put(role.name(), role);
    }
    for (int n = in.readInt(); n > 0; n--) {
      known.contexts.addLast(new Known.Context(in.readLong(), instant(in), Stored.ints(in)));
    }
    for (int n = in.readInt(); n > 0; n--) {
      known.links.addLast(new PersonLink(in.readLong(), in.readUTF(), id));
    }
    return known;
  }

  private static void write(DataOutput out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static Instant instant(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
