package org.skep.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The strict reader and the JDK's: the same trees, the same refusals. */
class StrictXmlTest {
  private static final int MUTATIONS = 400;

  private static final List<String> SPLINTERS =
      List.of(
          "<",
          ">",
          "&",
          "\"",
          "'",
          "]]>",
          "<![CDATA[",
          "<!--",
          "-->",
          "--",
          "</",
          "/>",
          "&a;",
          "&lt;",
          "&#10;",
          "&#x41;",
          "&#0;",
          "&amp",
          "xmlns:p='q'",
          "p:",
          ":",
          " a='b'",
          " a='&lt;'",
          " xml:lang='x'",
          " xmlns=''",
          "<br/>",
          "<?a b?>",
          "<?xml version='1.0'?>",
          "?>",
          "=",
          "\t",
          "\n",
          "\r",
          " ",
          "\u0000",
          "\u0085",
          "\ufffe",
          "é",
          "·",
          "\ud83d",
          "\ud83d\ude00",
          "1");

  private static @Nullable String shape(String text) {
    try {
      var out = new StringBuilder();
      append(StrictXml.read(text), out);
      return out.toString();
    } catch (XmlSyntax e) {
      return null;
    }
  }

  private static void append(XmlElement element, StringBuilder out) {
    out.append('<').append(element.prefix()).append('{').append(element.namespace()).append('}');
    out.append(element.name());
    for (var attribute : element.attributes()) {
      if (!attribute.prefix().equals("xmlns")) {
        out.append(' ').append(attribute.prefix()).append('{').append(attribute.namespace());
        out.append('}').append(attribute.name()).append('=').append(attribute.value());
      }
    }
    out.append('>');
    for (Object part : element.content()) {
      if (part instanceof XmlElement child) {
        append(child, out);
      } else {
        out.append(part);
      }
    }
    out.append("</>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a/>",
        " <a/>",
        "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<a/>\n<!-- end --><?pi?>",
        "<?xml version='1.1'?><a/>",
        "<?xml version='2.0'?><a/>",
        "<?xml encoding='UTF-8'?><a/>",
        "<?xml version='1.0'encoding='UTF-8'?><a/>",
        "<!DOCTYPE a PUBLIC \"-//X//DTD //EN\" '>x.dtd' [<!ENTITY b '>'>]><a>x</a>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<a b='1'c='2'/>",
        "<a b='1' b='2'/>",
        "<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>",
        "<a xmlns='u' b='1'><c xmlns='' d='2'/></a>",
        "<a xmlns:p=''/>",
        "<a xmlns:p='u'><p:b p:c='d' xml:lang='e'/></a>",
        "<a><p:b xmlns:p='u'/><p:c/></a>",
        "<a:b:c xmlns:a='u'/>",
        "<a b='x\ny\tz &#10;&lt;&amp;&quot;'/>",
        "<a b='<'/>",
        "<a>]]></a>",
        "<a>]] ></a>",
        "<a><![CDATA[]]]]><![CDATA[>]]>x</a>",
        "<![CDATA[x]]><a/>",
        "<a><!-- -- --></a>",
        "<a><!--x---></a>",
        "<a>&#x1F600;&#xD800;</a>",
        "<a>&#x1F600;&#65;</a>",
        "<a>&nbsp;</a>",
        "<a>& b</a>",
        "<a><?XML x?></a>",
        "<a><?xmlish x?></a>",
        "<a></b>",
        "<a></ab>",
        "<a></a >",
        "<a></a x>",
        "<a / >",
        "<a/><b/>",
        "<a/>x",
        "<1a/>",
        "<a.b-c_d/>",
        "<é/>",
        "x<a/>",
        "<a",
        "<a>",
        "",
      })
  void theCornersOfTheStandardAreReadAsTheJdkReadsThem(String text) {
    assertThat(shape(text)).isEqualTo(JdkXml.shape(text));
  }

  @ParameterizedTest
  @MethodSource("org.skep.feed.GoldenFeedsTest#folders")
  void feedsAreReadAsTheJdkReadsThemAndSoAreDamagedOnes(Path folder) throws IOException {
    String feed = Files.readString(folder.resolve("feed.xml"), StandardCharsets.ISO_8859_1);
    String text = feed.replace("\r\n", "\n").replace('\r', '\n');
    var random = new Random(text.length());
    assertThat(shape(text)).isEqualTo(JdkXml.shape(text));
    for (int i = 0; i < MUTATIONS; i++) {
      String damaged = damaged(text, random).replace('\r', '\n');
      assertThat(shape(damaged)).as(damaged).isEqualTo(JdkXml.shape(damaged));
    }
  }

  private static String damaged(String text, Random random) {
    int doctype = text.indexOf("<!DOCTYPE"); // what it says is skipped, right or wrong
    int from = doctype < 0 ? 0 : text.indexOf(">\n<", doctype) + 2;
    int a = from + random.nextInt(text.length() + 1 - from);
    int b = Math.min(text.length(), a + random.nextInt(12));
    String splinter = SPLINTERS.get(random.nextInt(SPLINTERS.size()));
    return switch (random.nextInt(3)) {
      case 0 -> text.substring(0, a) + text.substring(b);
      case 1 -> text.substring(0, a) + splinter + text.substring(b);
      default -> text.substring(0, a) + splinter + text.substring(a);
    };
  }

  @Test
  void whatIsNestedDeeperThanTheJdkBearsIsReadToo() {
    String deep = "<a>".repeat(300) + "x" + "</a>".repeat(300);

    assertThat(JdkXml.shape(deep)).isNull();
    assertThat(shape(deep)).contains(">x<");
    assertThat(shape("<a>".repeat(513) + "</a>".repeat(513))).isNull();
  }

  @Test
  void nothingOfADoctypeIsEverUsed() {
    String laughs =
        Stream.of("a", "b")
            .map(name -> "<!ENTITY " + name + " SYSTEM 'file:///etc/passwd'>")
            .reduce("<!DOCTYPE x [", String::concat);

    assertThat(shape("<!DOCTYPE x [<!-- ]> --><?pi ]> ?>]><x>y</x>")).isEqualTo("<{}x>y</>");
    assertThat(shape(laughs + "]><x>y</x>")).isEqualTo("<{}x>y</>");
    assertThat(shape(laughs + "]><x>&a;</x>")).isNull();
    assertThat(shape(laughs + "]><x y='&b;'/>")).isNull();
  }
}
