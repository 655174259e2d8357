package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.skep.model.Page;

/** Text of every script comes out character by character as the page has it. */
class ScriptsTest {
  private static final Instant FETCHED = Instant.parse("2026-06-01T00:00:00Z");

  record Case(String language, String title, String first, String second, String label) {}

  static List<Case> cases() {
    return List.of(
        new Case(
            "ja",
            "古い堰を夏に改修へ",
            "水道局は月曜日、春の洪水で壊れた下流の古い堰を今年の夏に改修すると発表した。工事には魚が川を上るための魚道も含まれ、費用はおよそ三億円になる見通しだ。",
            "釣り人の団体は長年にわたって魚道を求めてきた。代表は「鮭は投票できないが、私たちはできる」と述べ、町の決定を歓迎した。次の会議は来月開かれる。",
            "関連記事"),
        new Case(
            "zh",
            "旧水坝将于今夏重建",
            "水务局星期一宣布，被春季洪水冲毁的下游旧水坝将于今年夏天重建。工程包括一条供鱼类洄游的鱼道，预计费用约为两千万元，由市政府和省政府共同承担。",
            "垂钓者协会多年来一直要求修建鱼道。协会主席说：“鲑鱼不能投票，但我们可以。”他对镇议会的决定表示欢迎，并希望工程能够按时完成，下次会议将在下个月举行。",
            "相关新闻"),
        new Case(
            "ko",
            "낡은 보, 올여름 다시 짓는다",
            "수도국은 월요일에 봄 홍수로 무너진 하류의 낡은 보를 올여름에 다시 짓겠다고 밝혔다. 공사에는 물고기가 강을 거슬러 오를 수 있는 길도 포함된다.",
            "낚시꾼 단체는 여러 해 동안 물고기 길을 요구해 왔다. 대표는 “연어는 투표할 수 없지만 우리는 할 수 있다”고 말하며 읍의 결정을 환영했다.",
            "관련 기사"),
        new Case(
            "ar",
            "إعادة بناء السد القديم هذا الصيف",
            "أعلنت هيئة المياه يوم الاثنين أن السد القديم الذي جرفته فيضانات الربيع سيعاد بناؤه هذا"
                + " الصيف، وأن المشروع سيضم ممرا للأسماك على طول النهر.",
            "وطالب الصيادون بهذا الممر منذ سنوات طويلة، وقال رئيس جمعيتهم إن «الأسماك لا تصوت، أما"
                + " نحن فنصوت»، مرحبا بقرار مجلس البلدة في جلسته الأخيرة.",
            "أخبار ذات صلة"),
        new Case(
            "th",
            "ฝายเก่าจะสร้างใหม่ในฤดูร้อนนี้",
            "การประปาแถลงเมื่อวันจันทร์ว่าฝายเก่าทางตอนล่างของแม่น้ำซึ่งถูกน้ำท่วมพัดพังในฤดูใบไม้ผลิจะได้รับการสร้างใหม่ในฤดูร้อนนี้"
                + " พร้อมทางปลาผ่านที่ชาวบ้านเรียกร้องมานาน",
            "ประธานสมาคมนักตกปลากล่าวว่า “ปลาแซลมอนลงคะแนนเสียงไม่ได้ แต่พวกเราทำได้”"
                + " และแสดงความยินดีกับมติของสภาเมืองที่มีขึ้นในการประชุมครั้งล่าสุดเมื่อสัปดาห์ที่แล้ว",
            "ข่าวที่เกี่ยวข้อง"),
        new Case(
            "hi",
            "पुराना बाँध इस गर्मी में फिर बनेगा",
            "जल बोर्ड ने सोमवार को कहा कि बसंत की बाढ़ में टूटा पुराना बाँध इस गर्मी में फिर से"
                + " बनाया जाएगा और उसमें मछलियों के लिए एक रास्ता भी होगा।",
            "मछुआरों के संघ ने वर्षों से इस रास्ते की माँग की थी। उनके अध्यक्ष ने कहा, “मछलियाँ"
                + " मतदान नहीं कर सकतीं, लेकिन हम कर सकते हैं।” उन्होंने नगर परिषद के फैसले का"
                + " स्वागत किया।",
            "संबंधित खबरें"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theTextOfAPageIsWhatItsReadersSee(Case one) {
    String html =
        """
        <!DOCTYPE html><html lang=%s><head><meta charset=utf-8><title>%s</title></head><body>
        <nav><a href=/a>%s</a> <a href=/b>%s</a></nav>
        <article><h1>%s</h1><p>%s</p><p>%s</p></article>
        <aside><h3>%s</h3><ul><li><a href=/c>%s</a></li><li><a href=/d>%s</a></li></ul></aside>
        </body></html>
        """
            .formatted(
                one.language,
                one.title,
                one.label,
                one.label,
                one.title,
                one.first,
                one.second,
                one.label,
                one.title,
                one.title);
    var page =
        new Page(
            "https://press.example/1", Map.of(), html.getBytes(StandardCharsets.UTF_8), FETCHED);

    var found = (Extraction.Found) new Extractor().extract(page, SiteProfile.EMPTY);

    assertThat(found.article().text()).isEqualTo(one.first + "\n\n" + one.second);
    assertThat(found.article().title()).isEqualTo(one.title);
  }
}
