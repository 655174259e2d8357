package org.skep.store;

/**
 * One transaction's view of the store: the rows by what they are about. Valid only within the
 * function it was given to, on the thread that calls it. Writing methods work only inside {@link
 * Store#write}.
 */
public final class Tx {
  private final CredentialRows credentials;
  private final FeedRows feeds;
  private final PushRows pushes;
  private final HostRows hosts;
  private final EntryRows entries;
  private final ArticleRows articles;
  private final LogRows log;
  private final CopyRows copies;
  private final PersonRows persons;
  private final QuoteRows quotes;
  private final StoryRows stories;
  private final AccountRows accounts;
  private final DerivedRows derived;
  private final SnapshotRows snapshots;
  private final SiteRows sites;
  private final PageRows pages;
  private final UserRows users;
  private final LoginRows logins;
  private final AppPasswordRows appPasswords;
  private final IngestRows ingests;
  private final FigureRows figures;
  private final Checks checks;

  Tx(Sql sql, Vault vault, RecentAnalyses analyses) {
    this.credentials = new CredentialRows(sql, vault);
    this.feeds = new FeedRows(sql, credentials);
    this.pushes = new PushRows(sql, vault);
    this.hosts = new HostRows(sql);
    this.entries = new EntryRows(sql);
    this.log = new LogRows(sql, analyses);
    this.pages = new PageRows(sql);
    this.articles = new ArticleRows(sql, log, entries, pages, analyses);
    this.copies = new CopyRows(sql);
    this.persons = new PersonRows(sql);
    this.quotes = new QuoteRows(sql);
    this.stories = new StoryRows(sql);
    this.accounts = new AccountRows(sql);
    this.users = new UserRows(sql);
    this.logins = new LoginRows(sql);
    this.appPasswords = new AppPasswordRows(sql);
    this.derived = new DerivedRows(sql, copies, persons, quotes, stories, accounts, users);
    this.snapshots = new SnapshotRows(sql);
    this.sites = new SiteRows(sql);
    this.ingests = new IngestRows(sql);
    this.figures = new FigureRows(sql);
    this.checks = new Checks(sql, pages);
  }

  /** Feeds with their schedule and health. */
  public FeedRows feeds() {
    return feeds;
  }

  /** Names and passwords of feeds. */
  public CredentialRows credentials() {
    return credentials;
  }

  /** Subscriptions at hubs. */
  public PushRows pushes() {
    return pushes;
  }

  /** Hosts with their holds and pace. */
  public HostRows hosts() {
    return hosts;
  }

  /** What feeds list, and which article each became. */
  public EntryRows entries() {
    return entries;
  }

  /** Articles and their revisions. */
  public ArticleRows articles() {
    return articles;
  }

  /** The one ordered log. */
  public LogRows log() {
    return log;
  }

  /** Which article copies which. */
  public CopyRows copies() {
    return copies;
  }

  /** Canonical speakers. */
  public PersonRows persons() {
    return persons;
  }

  /** Quotes of all articles, by speaker and by article. */
  public QuoteRows quotes() {
    return quotes;
  }

  /** Stories, their members and redirects. */
  public StoryRows stories() {
    return stories;
  }

  /** What the reports of a story tell differently. */
  public AccountRows accounts() {
    return accounts;
  }

  /** Up to where everything derived goes, and how it gets further. */
  public DerivedRows derived() {
    return derived;
  }

  /** Snapshots of the sequencer's state. */
  public SnapshotRows snapshots() {
    return snapshots;
  }

  /** What is known of each site's pages. */
  public SiteRows sites() {
    return sites;
  }

  /** Fetched bytes, kept for a while. */
  public PageRows pages() {
    return pages;
  }

  /** Read, starred, labels, mutes. */
  public UserRows users() {
    return users;
  }

  /** Users who may sign in, their sessions and tokens. */
  public LoginRows logins() {
    return logins;
  }

  /** Passwords of reader apps. */
  public AppPasswordRows appPasswords() {
    return appPasswords;
  }

  /** How far each archive was ingested. */
  public IngestRows ingests() {
    return ingests;
  }

  /** Figures over many rows. */
  public FigureRows figures() {
    return figures;
  }

  /** Whether what is stored is sound. */
  public Checks checks() {
    return checks;
  }
}
