package org.skep.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlDocumentTest {
  private static String shape(XmlElement element) {
    var out =
        new StringBuilder("<")
            .append(element.prefix().isEmpty() ? "" : element.prefix() + ":")
            .append(element.name());
    for (var attribute : element.attributes()) {
      if (!attribute.prefix().equals("xmlns")) {
        out.append(' ').append(attribute.name()).append("=").append(attribute.value());
      }
    }
    out.append('>');
    for (Object part : element.content()) {
      out.append(part instanceof XmlElement child ? shape(child) : part);
    }
    return out.append("</>").toString();
  }

  private static String shape(String text) {
    return shape(Objects.requireNonNull(XmlDocument.read(text).root()));
  }

  /** Both readers are held to the same answers: what one reads, the other reads alike. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <a/>                                   | <a></>
          <a b="1" c='2'>x</a>                   | <a b=1 c=2>x</>
          <a>x<b>y</b>z</a>                      | <a>x<b>y</>z</>
          <a>&lt;&amp;&#65;&#x42;</a>            | <a><&AB</>
          <a b="&lt;&quot;"/>                    | <a b=<"></>
          <a><![CDATA[<b>&amp;]]></a>            | <a><b>&amp;</>
          <a><!-- <b> -->x<?pi <c> ?></a>        | <a>x</>
          <!DOCTYPE a SYSTEM "x.dtd"><a>y</a>    | <a>y</>
          <a xmlns:p="u"><p:b p:c="d"/></a>      | <a><p:b c=d></></>
          """)
  void theStrictAndTheLenientReaderAgreeOnWhatIsWellFormed(String text, String shape) {
    var document = XmlDocument.read(text);

    assertThat(document.wellFormed()).isTrue();
    assertThat(shape(text)).isEqualTo(shape);
    assertThat(shape(Objects.requireNonNull(new LenientXml(text).read()))).isEqualTo(shape);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <a>R & B</a>                           | <a>R & B</>
          <a>&eacute;&nope;&copy</a>             | <a>é&nope;&copy</>
          <a b=1 c>x</a>                         | <a b=1 c=>x</>
          <a><b>x</a>                            | <a><b>x</></>
          <a>x</b></a>                           | <a>x</>
          <a><b></B></a>                         | <a><b></></>
          <a><p:b/></a>                          | <a><p:b></></>
          <a>1 < 2</a>                           | <a>1 < 2</>
          <a><br>x</a>                           | <a><br></>x</>
          <a>x</a><b/>                           | <a>x<b></></>
          <a>&#128;&#0;</a>                      | <a>€</>
          <!DOCTYPE a [<!ENTITY e "v">]><a>&e;</a> | <a>v</>
          <a b="x                                | <a b="x></>
          """)
  void theDamagedIsHealed(String text, String shape) {
    var document = XmlDocument.read(text);

    assertThat(document.wellFormed()).isFalse();
    assertThat(document.healed()).isNotEmpty();
    assertThat(shape(text)).isEqualTo(shape);
  }

  @Test
  void theHealedPlaceIsNamed() {
    assertThat(XmlDocument.read("<a>\n <b>\n</a>").healed())
        .anySatisfy(note -> assertThat(note).isEqualTo("line 3, column 1: <b> is not closed"));
  }

  @Test
  void theElementTheTextEndsInIsMarked() {
    var root = Objects.requireNonNull(XmlDocument.read("<a><b>x</b><c>y").root());

    assertThat(root.isCut()).isTrue();
    assertThat(root.children()).extracting(XmlElement::isCut).containsExactly(false, true);
  }

  @Test
  void aTextWithoutElementsHasNoRoot() {
    assertThat(XmlDocument.read("no markup").root()).isNull();
    assertThat(XmlDocument.read("").root()).isNull();
  }
}
