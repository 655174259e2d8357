package org.skep.tidy;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What each compiled class uses, read from its constant pool: neither comments nor imports that are
 * never used count.
 *
 * @param uses class name (slashes) to the names of the classes it uses
 */
record Imports(Map<String, Set<String>> uses) {
  private static final Pattern DESCRIPTOR_CLASS = Pattern.compile("L([a-z][\\w/$]+);");

  static Imports of(Path classes) throws IOException {
    if (!Files.isDirectory(classes)) {
      throw new IllegalStateException("not compiled yet: " + classes);
    }
    List<Path> files;
    try (var walk = Files.walk(classes)) {
      files = walk.filter(file -> file.toString().endsWith(".class")).toList();
    }
    var uses = new TreeMap<String, Set<String>>();
    for (Path file : files) {
      ClassModel model = ClassFile.of().parse(file);
      uses.put(model.thisClass().asInternalName(), used(model));
    }
    return new Imports(uses);
  }

  private static Set<String> used(ClassModel model) {
    var used = new TreeSet<String>();
    for (var entry : model.constantPool()) {
      if (entry instanceof ClassEntry name) {
        used.add(name.asInternalName().replaceFirst("^\\[+L?", "").replace(";", ""));
      } else if (entry instanceof Utf8Entry text && text.stringValue().contains("Lorg/skep/")) {
        var matcher = DESCRIPTOR_CLASS.matcher(text.stringValue());
        while (matcher.find()) {
          used.add(matcher.group(1));
        }
      }
    }
    return used;
  }

  /** Our packages ("extract", "(root)") and which of ours each uses, itself left out. */
  Map<String, Set<String>> packages() {
    var packages = new TreeMap<String, Set<String>>();
    uses.forEach((name, targets) -> {
      String from = packageOf(name);
      var to = packages.computeIfAbsent(from, _ -> new TreeSet<>());
      for (String target : targets) {
        if (target.startsWith("org/skep/") && !packageOf(target).equals(from)) {
          to.add(packageOf(target));
        }
      }
    });
    return packages;
  }

  /** A way from a package back to itself, or empty. */
  static List<String> cycle(Map<String, Set<String>> packages) {
    var done = new TreeSet<String>();
    for (String start : packages.keySet()) {
      var found = cycle(start, packages, new ArrayList<>(), done);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static List<String> cycle(
      String at, Map<String, Set<String>> packages, List<String> way, Set<String> done) {
    int before = way.indexOf(at);
    if (before >= 0) {
      return List.copyOf(way.subList(before, way.size()));
    }
    if (done.add(at)) {
      way.add(at);
      for (String next : packages.getOrDefault(at, Set.of())) {
        var found = cycle(next, packages, way, done);
        if (!found.isEmpty()) {
          return found;
        }
      }
      way.removeLast();
    }
    return List.of();
  }

  /** "org/skep/extract/Extractor$Block" lives in "extract", "org/skep/Pipeline" in "(root)". */
  static String packageOf(String name) {
    String below = name.substring("org/skep/".length());
    int slash = below.indexOf('/');
    return slash < 0 ? "(root)" : below.substring(0, slash);
  }
}
