package rashomon.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;
import rashomon.model.Payload;

/** Captures made by hand, and lists of every kind. All outlets and places are invented. */
final class Given {

  static final Instant SEEN = Instant.parse("2031-03-04T05:06:07Z");

  static final String RSS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
           xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom">
      <channel>
        <title>The Harbour Globe &#8211; World</title>
        <link>https://globe.example/</link>
        <atom:link href="https://globe.example/feed.xml" rel="self"/>
        <item>
          <media:title>A picture</media:title>
          <title><![CDATA[Ferry <em>stopped</em> at Orvan &amp; Lisk]]></title>
          <link>https://globe.example/ferry?id=1&page=2#top</link>
          <pubDate>Tue, 04 Mar 2031 23:30:00 -0500</pubDate>
          <dc:creator>Jane Roe</dc:creator>
          <author>jon@globe.example (Jon Doe)</author>
          <guid isPermaLink="false">globe-1</guid>
          <source url="https://www.lisk.example/rss">Lisk Wire</source>
        </item>
        <item>
          <title>Talks &amp; tolls</title>
          <link>/talks</link>
          <pubDate>Wed, 5 Mar 31 07:15 EST</pubDate>
        </item>
        <item>
          <title>By its guid</title>
          <guid>https://globe.example/by-guid</guid>
          <pubDate>sometime on Tuesday</pubDate>
        </item>
        <item><title>Leads nowhere</title><link>mailto:desk@globe.example</link></item>
      </channel>
      </rss>
      """;

  static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lisk.example/a/">
        <title type="html">Lisk &amp;amp; Sons</title>
        <link rel="self" href="https://lisk.example/atom"/>
        <entry xml:base="2031/">
          <title>5 &lt; 6 say voters</title>
          <link rel="replies" href="comments"/>
          <link href="vote.html"/>
          <id>tag:lisk.example,2031:1</id>
          <published>2031-03-04T10:00:00+09:00</published>
          <updated>2031-03-04T12:00:00+09:00</updated>
          <author><name>Mara Vale</name><email>m@lisk.example</email></author>
          <source><title>Northern Desk</title><updated>2000-01-01T00:00:00Z</updated></source>
        </entry>
        <entry>
          <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Mayor <b>resigns</b></div></title>
          <link rel="alternate" href="/mayor"/>
          <updated>2031-03-05T12:00:00Z</updated>
        </entry>
      </feed>
      """;

  static final String RDF =
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
               xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://old.example/"><title>Old Post</title><link>https://old.example/</link></channel>
        <item rdf:about="https://old.example/1">
          <title>Bridge opens</title><link>https://old.example/1</link>
          <dc:date>2031-03-04T05:00:00+02:00</dc:date><dc:publisher>Orvan Press</dc:publisher>
        </item>
      </rdf:RDF>
      """;

  static final String JSON_FEED =
      """
      {"version": "https:\\/\\/jsonfeed.org\\/version\\/1.1", "items": [
        {"id": "1", "url": "one", "title": "Dam  breaks", "date_published": "2031-03-04T05:00:00-07:00",
         "authors": [{"name": "A. Penn"}, {"name": "B. Quill"}]},
        {"id": "https://json.example/two", "date_published": "soon", "author": {"name": "C"}},
        {"id": "3"}],
       "title": "Json Daily", "hubs": [{"type": "x"}]}
      """;

  static final String OPML =
      """
      <?xml version="1.0"?>
      <opml version="2.0"><head><title>My feeds</title></head><body>
        <outline text="World">
          <outline text="Globe" type="rss" xmlUrl="https://globe.example/feed?a=1&amp;b=2" htmlUrl="https://globe.example"/>
          <outline text="Deeper"><outline title="Lisk" text="l" XMLURL="https://lisk.example/atom"/></outline>
        </outline>
        <outline text="again" xmlUrl="https://lisk.example/atom"/>
        <outline text="bad" xmlUrl="ftp://x.example/feed"/>
      </body></opml>
      """;

  static final String NEWS_SITEMAP =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
              xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
              xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url>
          <image:image><image:loc>https://globe.example/i.png</image:loc></image:image>
          <loc>https://globe.example/a?x=1&y=2</loc>
          <news:news>
            <news:publication><news:name>Harbour Globe</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2031-03-04</news:publication_date>
            <news:title>Ferry stopped</news:title>
          </news:news>
        </url>
        <url><loc>https://globe.example/b</loc><lastmod>2031-03-04T01:00:00Z</lastmod></url>
      </urlset>
      """;

  static final String SITEMAP_INDEX =
      """
      <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://globe.example/s1.xml.gz</loc><lastmod>2031-03-04</lastmod></sitemap>
        <sitemap><loc>https://globe.example/s2.xml</loc></sitemap>
      </sitemapindex>
      """;

  private Given() {}

  static Capture capture(String url, String text) {
    return capture(url, null, text.getBytes(StandardCharsets.UTF_8));
  }

  static Capture capture(String url, @Nullable String contentType, byte[] bytes) {
    return new Capture(url, SEEN, contentType, Payload.of(bytes), null);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  /** 65 MiB of nothing, in 64 KiB. */
  static byte[] bomb() {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed, 1 << 16)) {
      for (int i = 0; i < 65; i++) {
        gzip.write(new byte[1 << 20]);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
