// The page that Merit is compared with: the same CV, set by @react-pdf/renderer from
// the same font files, in a column of headings with entries below them. Every key makes
// the file anew, as builders do that are made with it. Bundled by `cargo xtask bench compare`.
import { Document, Font, Link, Page, pdf, StyleSheet, Text, View } from '@react-pdf/renderer';

Font.register({
  family: 'Inter',
  fonts: [
    { src: '/fonts/inter-regular.ttf' },
    { src: '/fonts/inter-italic.ttf', fontStyle: 'italic' },
    { src: '/fonts/inter-semibold.ttf', fontWeight: 600 },
  ],
});
Font.register({ family: 'Source Serif Display', fonts: [{ src: '/fonts/source-serif-display.ttf' }] });

const style = StyleSheet.create({
  page: { paddingTop: 52, paddingBottom: 58, paddingHorizontal: 62, fontFamily: 'Inter', fontSize: 9.2, color: '#1b2426' },
  // Not the page's: a line's height that reaches the running text grows from page to page
  // (diegomura/react-pdf#3452), until a long CV cannot be set at all.
  content: { fontSize: 9.2, lineHeight: 1.45 },
  name: { fontFamily: 'Source Serif Display', fontSize: 28, lineHeight: 1.2 },
  label: { fontSize: 11, color: '#1d5561', marginBottom: 7 },
  contact: { flexDirection: 'row', flexWrap: 'wrap', gap: 10, fontSize: 8.7 },
  section: { marginTop: 14 },
  rule: { height: 0.5, backgroundColor: '#c8d3d4', marginBottom: 4 },
  heading: { fontFamily: 'Source Serif Display', fontSize: 13.5, lineHeight: 1.3, color: '#1d5561', marginBottom: 4 },
  line: { marginBottom: 2.6 },
  entry: { marginBottom: 6 },
  head: { flexDirection: 'row', justifyContent: 'space-between' },
  title: { fontSize: 9.6, fontWeight: 600 },
  dates: { fontSize: 8.7, color: '#586568' },
  detail: { fontSize: 9, color: '#586568' },
  prose: { paddingRight: 58 },
  item: { flexDirection: 'row', paddingRight: 58 },
  bullet: { width: 12, color: '#1d5561' },
  running: { position: 'absolute', top: 804, left: 62, right: 62, fontSize: 7.8, color: '#586568' },
  bold: { fontWeight: 600 },
});

/** Prose with its bold words. */
const Prose = ({ children }) => (
  <Text style={style.prose}>
    {children.split('**').map((part, n) => (n % 2 ? <Text key={n} style={style.bold}>{part}</Text> : part))}
  </Text>
);

const Section = ({ title, children }) => (
  <View style={style.section}>
    <View style={style.rule} />
    <Text style={style.heading} minPresenceAhead={40}>{title}</Text>
    {children}
  </View>
);

const Entry = ({ title, dates, detail, text, points = [] }) => (
  <View style={style.entry}>
    <View style={style.head} minPresenceAhead={30}>
      <Text style={style.title}>{title}</Text>
      <Text style={style.dates}>{dates}</Text>
    </View>
    {detail && <Text style={style.detail}>{detail}</Text>}
    {text && <Prose>{text}</Prose>}
    {points.map((point, n) => (
      <View key={n} style={style.item} wrap={false}>
        <Text style={style.bullet}>•</Text>
        <Text>{point}</Text>
      </View>
    ))}
  </View>
);

const Line = ({ title, text }) => (
  <Text style={style.line}>
    <Text style={style.bold}>{title}</Text>
    {text && `  ${text}`}
  </Text>
);

const period = ({ startDate, endDate }) => (startDate ? `${startDate} – ${endDate ?? 'present'}` : '');
const joined = (...parts) => parts.filter(Boolean).join(', ');

const Cv = ({ cv }) => (
  <Document title={cv.basics.name} language="en">
    <Page size="A4" style={style.page}>
      <View style={style.content}>
        <Text style={style.name}>{cv.basics.name}</Text>
        <Text style={style.label}>{cv.basics.label}</Text>
        <View style={style.contact}>
          <Link src={`mailto:${cv.basics.email}`}>{cv.basics.email}</Link>
          <Text>{cv.basics.phone}</Text>
          <Link src={cv.basics.url}>{cv.basics.url}</Link>
          <Text>{joined(cv.basics.location.address, cv.basics.location.postalCode, cv.basics.location.city)}</Text>
          {cv.basics.profiles.map(({ network, username, url }) => (
            <Link key={network} src={url}>{`${network}: ${username}`}</Link>
          ))}
        </View>
        <Section title="Profile"><Prose>{cv.basics.summary}</Prose></Section>
        <Section title="Experience">
          {cv.work.map((job, n) => (
            <Entry key={n} title={joined(job.position, job.name)} dates={period(job)} detail={joined(job.location, job.description)} text={job.summary} points={job.highlights} />
          ))}
        </Section>
        <Section title="Education">
          {cv.education.map((at, n) => (
            <Entry key={n} title={joined(at.studyType, at.area)} dates={period(at)} detail={joined(at.institution, at.score)} text={at.courses.join(', ')} />
          ))}
        </Section>
        <Section title="Projects">
          {cv.projects.map((project, n) => (
            <Entry key={n} title={project.name} dates={period(project)} detail={joined(project.entity, project.type)} text={project.description} points={project.highlights} />
          ))}
        </Section>
        <Section title="Volunteering">
          {cv.volunteer.map((work, n) => (
            <Entry key={n} title={joined(work.position, work.organization)} dates={period(work)} text={work.summary} points={work.highlights} />
          ))}
        </Section>
        <Section title="Skills">
          {cv.skills.map(({ name, level, keywords }) => <Line key={name} title={name} text={joined(level, ...keywords)} />)}
        </Section>
        <Section title="Languages">
          {cv.languages.map(({ language, fluency }) => <Line key={language} title={language} text={fluency} />)}
        </Section>
        <Section title="Certificates">
          {cv.certificates.map(({ name, issuer, date }) => <Line key={name} title={name} text={joined(issuer, date)} />)}
        </Section>
        <Section title="Publications">
          {cv.publications.map((one) => <Entry key={one.name} title={one.name} dates={one.releaseDate} detail={one.publisher} text={one.summary} />)}
        </Section>
        <Section title="Awards">
          {cv.awards.map((one) => <Entry key={one.title} title={one.title} dates={one.date} detail={one.awarder} text={one.summary} />)}
        </Section>
        <Section title="Interests">
          {cv.interests.map(({ name, keywords }) => <Line key={name} title={name} text={joined(...keywords)} />)}
        </Section>
        <Section title="References">
          {cv.references.map(({ name, reference }) => <Entry key={name} title={name} text={reference} />)}
        </Section>
      </View>
      <Text style={style.running} fixed render={({ pageNumber, totalPages }) => `${cv.basics.name} · ${pageNumber} / ${totalPages}`} />
    </Page>
  </Document>
);

const instance = pdf();

/** Makes the file of a CV. */
const made = async (cv) => {
  instance.updateContainer(<Cv cv={cv} />);
  return instance.toBlob();
};

/** Shows a CV and sets it anew at every key; the cursor stands in its last field. */
window.show = async (cv) => {
  const field = document.querySelector('textarea');
  const link = document.querySelector('a');
  field.value = cv.references.at(-1).reference;
  const set = async () => {
    const references = cv.references.with(-1, { ...cv.references.at(-1), reference: field.value });
    const file = await made({ ...cv, references });
    URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(file);
    return file;
  };
  window.times = [];
  let pressed = 0;
  addEventListener('keydown', () => (pressed = performance.now()), true);
  field.addEventListener('input', async () => {
    const start = pressed;
    await set();
    requestAnimationFrame(() => requestAnimationFrame(() => window.times.push(performance.now() - start)));
  });
  // What is loaded once, fonts above all, is there before a key is timed.
  const file = await set();
  field.focus();
  return file.text();
};

/** Makes the file of a CV that has changed; how long it took. */
window.file = async (cv, number) => {
  const start = performance.now();
  await made({ ...cv, basics: { ...cv.basics, name: `${cv.basics.name} ${number}` } });
  return performance.now() - start;
};
