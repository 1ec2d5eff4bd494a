import type { HelpService } from './regions.ts';

const READ = '2026-11-23';
const checks = (name: string, web: string, source: string): HelpService => ({ name, for: 'facts', web, source, checked: READ });

/**
 * Who checks rumours, by region (ISO 3166-1), each with a page that says so; that page was read in a stored copy, the site itself was not opened. Who is in is no judgement of who is not.
 * What could not be confirmed is left out: a region without an entry shows `CHECKERS_EVERYWHERE`. An app that knows better sets `own` (docs/ui.md).
 */
export const FACT_CHECKERS: Readonly<Record<string, readonly HelpService[]>> = {
  AR: [checks('Chequeado', 'chequeado.com', 'https://chequeado.com/about-us')],
  BR: [checks('Aos Fatos', 'www.aosfatos.org', 'https://www.aosfatos.org/quem-somos/')],
  DE: [checks('CORRECTIV.Faktencheck', 'correctiv.org', 'https://correctiv.org/faktencheck/')],
  ES: [checks('Maldita.es', 'maldita.es', 'https://maldita.es/?p=145554')],
  FR: [checks('AFP Factuel', 'factuel.afp.com', 'https://factuel.afp.com/Comment-nous-travaillons')],
  GB: [checks('Full Fact', 'fullfact.org', 'https://fullfact.org/about/')],
  ID: [checks('TurnBackHoax (MAFINDO)', 'turnbackhoax.id', 'https://mail.ifcncodeofprinciples.poynter.org/application/public/mafindo/AE00201D-342D-B204-3C11-18996E9ABE5F')],
  IN: [checks('BOOM', 'www.boomlive.in', 'https://www.boomlive.in/boom-fact-check-tipline-gujarat')],
  MM: [checks('Fact Crescendo Myanmar', 'myanmar.factcrescendo.com', 'https://myanmar.factcrescendo.com/fact-check-coup-leader-shot-death-in-thailand-amidst-tight-security')],
  MX: [checks('Verificado', 'verificado.com.mx', 'https://verificado.com.mx/author/diana-soto')],
  PT: [checks('Polígrafo', 'poligrafo.sapo.pt', 'https://poligrafo.sapo.pt/politica?pagina=2')],
  US: [checks('Snopes', 'www.snopes.com', 'https://www.snopes.com/fact-check/')],
};

/** For every region: a news agency's checkers, who write in many languages. */
export const CHECKERS_EVERYWHERE: readonly HelpService[] = [checks('AFP Fact Check', 'factcheck.afp.com', 'https://factcheck.afp.com/How-we-work')];
