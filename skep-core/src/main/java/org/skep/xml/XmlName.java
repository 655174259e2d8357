package org.skep.xml;

/**
 * A name of a document, read once and shared by all elements and attributes that print it in the
 * same namespace.
 *
 * @param printed with the prefix, as the end tag repeats it
 * @param prefix empty for none
 * @param namespace empty for none
 * @param local without the prefix
 */
record XmlName(String printed, String prefix, String namespace, String local) {
  static XmlName of(String printed, String prefix, String namespace) {
    return new XmlName(printed, prefix, namespace, printed.substring(printed.indexOf(':') + 1));
  }
}
