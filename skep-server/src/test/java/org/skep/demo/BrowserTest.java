package org.skep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The pages in a real Chromium, over the demo press. Chromium is looked for in the system property
 * {@code skep.chromium}, then in /usr/bin; without one the tests are skipped, except under CI. The
 * pictures are in target/screenshots.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTest {
  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final List<String> SCREENS =
      List.of(
          "/",
          "/river",
          "/people",
          "/read",
          "/feeds",
          "/feeds/starter",
          "/status",
          "/settings",
          "/setup");

  private Chromium chromium;
  private Browser browser;
  private RunningDemo program;
  private BrowserContext context;
  private Page page;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    chromium = Chromium.launch();
    browser = chromium.browser();
    program = new RunningDemo(directory);
    program.readThePress();
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
      program.close();
    }
  }

  @BeforeEach
  void open() {
    use(new Browser.NewContextOptions().setViewportSize(1280, 900));
  }

  @AfterEach
  void nothingWentWrongUnseen() {
    context.close();
    assertThat(complaints).isEmpty();
  }

  @Test
  void theFrontPageShowsTheNewsOfTheDay() {
    page.navigate(program.address());

    assertThat(page.locator(".card").count()).isGreaterThanOrEqualTo(10);
    assertThat(page.locator(".only [data-item]").count()).isGreaterThanOrEqualTo(5);
    shot("front");
  }

  @Test
  void fromTheFrontPageToTheSentenceSomebodySaid() {
    page.navigate(program.address() + "search?q=Solvane");
    page.locator(".fold a[href^='/story/']").first().click();
    assertThat(page.locator("#coverage .lineage").count()).isGreaterThanOrEqualTo(2);
    assertThat(page.locator("#quotes").innerText()).contains("Solvane");
    shot("story");

    Locator evidence = page.locator("#quotes a[href*='?at=']").first();
    if (!evidence.isVisible()) {
      page.locator("#quotes summary").first().click();
    }
    evidence.click();
    assertThat(page.url()).contains("/article/");
    assertThat(page.locator(".article").innerText()).isNotBlank();
    shot("evidence");
  }

  @Test
  void anAggregatorsPageShowsWhatWasCut() {
    page.navigate(article("kell-call/heap-1"));

    assertThat(page.locator("h1").innerText()).startsWith("Teskel and Solvane speak");
    assertThat(page.locator("#origin").innerText()).containsPattern("(?i)meridian.wire");
    shot("article");
  }

  @Test
  void theKeysOfAReaderWork() {
    page.navigate(program.address() + "river");
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("k");
    Locator current = page.locator(".is-current");
    assertThat(current.count()).isEqualTo(1);

    Locator star = current.locator(".mark-star");
    Locator read = current.locator(".mark-read");
    page.waitForResponse("**/marks", () -> page.keyboard().press("s"));
    assertThat(star.getAttribute("aria-pressed")).isEqualTo("true");
    page.waitForResponse("**/marks", () -> page.keyboard().press("m"));
    assertThat(read.getAttribute("aria-pressed")).isEqualTo("true");

    page.navigate(program.address() + "river?show=starred");
    assertThat(page.locator("[data-item]").count()).isEqualTo(1);
    shot("starred");

    page.keyboard().press("j");
    page.keyboard().press("o");
    page.waitForURL("**/article/**");
    page.keyboard().press("?");
    assertThat(page.locator("#help").isVisible()).isTrue();
  }

  @Test
  void searchUnderstandsOperators() {
    page.navigate(program.address());
    page.keyboard().press("/");
    page.keyboard().type("herring lang:en -barge");
    page.keyboard().press("Enter");
    page.waitForURL("**/search**");

    assertThat(page.locator(".row").count()).isGreaterThanOrEqualTo(3);
    assertThat(page.locator("main").innerText()).containsIgnoringCase("herring");
    shot("search");

    page.navigate(program.address() + "search?q=" + "title%3A%22Tollgate%20Bridge%22");
    assertThat(page.locator(".row").count()).isGreaterThanOrEqualTo(2);
    page.navigate(program.address() + "search?q=herring%20lang%3Ade");
    assertThat(page.locator(".row").count()).isZero();
  }

  @Test
  void aFeedIsAddedByTheAddressOfItsSite() {
    String site = program.press.subscriptions().getFirst().url().replaceFirst("(:\\d+/).*", "$1");
    page.navigate(program.address() + "feeds");
    page.locator("#add-url").fill(site.replace("meridian-wire", "diario-almaran"));
    page.locator("#add-feed button").click();

    assertThat(page.locator("main").innerText()).contains("Diario de Almarán");
    shot("add-feed");
  }

  @Test
  void feedsSayWhatWasSeen() {
    page.navigate(program.address() + "feeds");

    assertThat(page.locator("article.feed").count())
        .isGreaterThanOrEqualTo(program.press.subscriptions().size());
    assertThat(page.locator("main").innerText()).contains("429");
    shot("feeds");
  }

  @Test
  void subscriptionsTravelAsOpml(@TempDir Path directory) {
    page.navigate(program.address() + "feeds");
    var download = page.waitForDownload(() -> page.locator("#export-opml").click());
    Path file = directory.resolve("feeds.opml");
    download.saveAs(file);
    int before = page.locator("article.feed").count();
    assertThat(file).content().contains("<opml", "harbour-post.localhost");

    page.locator("#opml-file").setInputFiles(file);
    page.locator("#import-opml button").click();
    page.waitForLoadState();
    page.navigate(program.address() + "feeds");
    assertThat(page.locator("article.feed").count()).isEqualTo(before);
  }

  @Test
  void aPhoneNeedsNoSidewaysScrolling() {
    use(
        new Browser.NewContextOptions()
            .setViewportSize(360, 740)
            .setDeviceScaleFactor(2)
            .setHasTouch(true));
    for (String screen : screens()) {
      page.navigate(screen);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(screen)
          .isEqualTo(true);
      shot("phone-" + name(screen));
    }
  }

  @Test
  void theDarkThemeIsDark() {
    use(
        new Browser.NewContextOptions()
            .setViewportSize(1280, 900)
            .setColorScheme(ColorScheme.DARK));
    page.navigate(program.address());

    Object light =
        page.evaluate(
            "Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0,"
                + " 3))");
    assertThat(((Number) Objects.requireNonNull(light)).intValue()).isLessThan(80);
    accessible(program.address());
    shot("front-dark");
  }

  @Test
  void readingNeedsNoScript() {
    use(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    page.navigate(program.address());
    page.locator(".card h2 a").first().click();
    page.locator("#coverage h3 a").first().click();

    assertThat(page.url()).contains("/article/");
    page.locator(".mark-star").first().click();
    assertThat(page.locator(".mark-star").first().getAttribute("aria-pressed")).isEqualTo("true");
    page.locator(".mark-star").first().click();
  }

  @Test
  void everyScreenPassesTheRulesOfAccessibility() {
    for (String screen : screens()) {
      page.navigate(screen);
      accessible(screen);
      shot("desktop-" + name(screen));
    }
  }

  private void accessible(String screen) {
    List<String> violations =
        new AxeBuilder(page)
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .stream()
                .map(BrowserTest::described)
                .toList();
    assertThat(violations).as(screen).isEmpty();
  }

  private static String described(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
  }

  /** Every kind of page, with a story, an article and a person among them. */
  private List<String> screens() {
    var screens = new ArrayList<String>();
    SCREENS.forEach(path -> screens.add(program.address() + path.substring(1)));
    screens.add(program.address() + "search?q=ferry");
    screens.add(program.address() + "no-such-page");
    screens.add(article("kell-call/courier-1"));
    page.navigate(program.address());
    screens.add(absolute(page.locator(".card h2 a").first()));
    page.navigate(program.address() + "people");
    Locator person = page.locator("main a[href^='/person/']");
    if (person.count() > 0) {
      screens.add(absolute(person.first()));
    }
    page.navigate(article("kell-call/courier-1"));
    screens.add(absolute(page.locator("main a[href^='/outlet/']").first()));
    return screens;
  }

  private String absolute(Locator link) {
    String path = Objects.requireNonNull(link.getAttribute("href"));
    return program.address() + path.substring(1);
  }

  private String article(String id) {
    return program.address() + "article/" + program.id(program.press.world().article(id));
  }

  private static String name(String screen) {
    String path = screen.replaceFirst("^http://[^/]+/", "").replaceAll("[/?].*", "");
    return path.isEmpty() ? "front" : path;
  }

  private void use(Browser.NewContextOptions options) {
    if (context != null) {
      context.close();
    }
    complaints.clear();
    context = browser.newContext(options);
    page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("404 (Not Found)")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
  }

  private void shot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setFullPage(true));
  }
}
