package org.skep.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.skep.model.Correction.NamePersons.Row;

class AliasTableTest {
  @Test
  void aLineIsAnItemANameAndOtherNames() {
    var table =
        AliasTable.parse("# our coast\n\nQ12\tAda Holmgaard\tA. Holmgaard | Адa\r\n\tBo Lind\n");

    assertThat(table.faults()).isEmpty();
    assertThat(table.rows())
        .containsExactly(
            new Row("Q12", "Ada Holmgaard", List.of("A. Holmgaard", "Адa")),
            new Row(null, "Bo Lind", List.of()));
  }

  @Test
  void aBadLineSaysWhatToDoAndHarmsNoOther() {
    var table =
        AliasTable.parse(
            """
            Ada Holmgaard
            P12\tAda Holmgaard
            Q1\t \tAda
            Q2\tBo Lind\t42
            Q3\tBo \uFFFD
            Q4\tUna Tan
            """);

    assertThat(table.rows()).containsExactly(new Row("Q4", "Una Tan", List.of()));
    assertThat(table.faults()).extracting(AliasTable.Fault::line).containsExactly(1, 2, 3, 4, 5);
    assertThat(table.faults().get(0).what()).contains("found 1 columns; write Q123<tab>Name");
    assertThat(table.faults().get(1).what())
        .isEqualTo("\"P12\" is no Wikidata id; write Q and a number, or leave it empty");
    assertThat(table.faults().get(2).what()).startsWith("the name is empty; write");
    assertThat(table.faults().get(3).what()).startsWith("\"42\" is no name; a name has letters");
    assertThat(table.faults().get(4).what()).isEqualTo("not UTF-8; save the file as UTF-8");
  }

  @Test
  void rowsAreBounded() {
    String text =
        IntStream.rangeClosed(1, AliasTable.ROWS_MAX + 5)
            .mapToObj(i -> "Q" + i + "\tAda Holm")
            .collect(Collectors.joining("\n"));

    var table = AliasTable.parse(text);

    assertThat(table.rows()).hasSize(AliasTable.ROWS_MAX);
    assertThat(table.faults())
        .extracting(AliasTable.Fault::line)
        .containsExactly(AliasTable.ROWS_MAX + 1);
  }

  @Test
  void ofTwoLinesAboutOneItemTheLaterHolds() {
    assertThat(AliasTable.parse("Q1\tAda\nQ1\tAda Holm").rows())
        .containsExactly(new Row("Q1", "Ada Holm", List.of()));
  }
}
