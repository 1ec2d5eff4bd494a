/** Whom a service is for. `emergency`: somebody is in danger now; `facts`: whoever wants to know whether something is true. */
export type HelpFor = 'emergency' | 'young' | 'all' | 'facts';

export interface HelpService {
  /** As it calls itself. */
  readonly name: string;
  readonly for: HelpFor;
  /** As it is dialled within the region. */
  readonly phone?: string;
  /** A site, without what stands before its host. */
  readonly web?: string;
  /** The page that names it so. */
  readonly source: string;
  /** Day on which that page was read, in a stored copy. */
  readonly checked: string;
}

const READ = '2026-11-22';
const EMERGENCY_EU = { name: '112', for: 'emergency', phone: '112', source: 'https://www.portugalresident.com/emergency-number/', checked: READ } as const;

/**
 * Help lines by region (ISO 3166-1), each with the page that names it. What could not be checked is left out: a region with no entry shows `EVERYWHERE`.
 * Numbers change: an app that can should check its own regions before each release (docs/ui.md).
 */
export const REGIONS: Readonly<Record<string, readonly HelpService[]>> = {
  AR: [{ name: 'Línea 137', for: 'all', phone: '137', source: 'https://www.telam.com.ar/notas/202210/608040-twitter-prevencion-grooming-violencia-justicia.html', checked: READ }],
  BR: [
    { name: 'Polícia Militar', for: 'emergency', phone: '190', source: 'https://valenews.com.br/2019/05/16/instituto-ccr-e-ccr-novadutra-apoiam-campanha-de-combate-ao-abuso-e-a-exploracao-sexual-de-criancas-e-adolescentes/', checked: READ },
    { name: 'Disque 100 (Direitos Humanos)', for: 'all', phone: '100', source: 'https://www.em.com.br/trends/2025/12/7305164-como-denunciar-casos-de-abuso-infantil-de-forma-segura-e-anonima.html', checked: READ },
  ],
  DE: [
    EMERGENCY_EU,
    { name: 'Nummer gegen Kummer', for: 'young', phone: '116 111', web: 'www.nummergegenkummer.de', source: 'https://www.bmfsfj.de/bmfsfj/mediathek/anrufen-mailen-chatten-gegen-sorgen-154556', checked: READ },
  ],
  EG: [{ name: 'خط نجدة الطفل', for: 'young', phone: '16000', source: 'https://www.masress.com/elfagr/3527402', checked: READ }],
  ES: [
    EMERGENCY_EU,
    { name: 'Teléfono ANAR', for: 'young', phone: '116 111', web: 'www.anar.org', source: 'http://suite101.net/article/nuevo-telefono-comun-en-la-ue-para-atender-a-ninos-y-adolescentes-a47548', checked: READ },
  ],
  FR: [
    { ...EMERGENCY_EU, source: 'https://madinin-art.net/119-allo-enfance-en-danger-un-numero-pour-les-situations-durgence' },
    { name: 'Allô enfance en danger', for: 'young', phone: '119', source: 'https://madinin-art.net/sujet/enfance-en-danger', checked: READ },
  ],
  GB: [
    { name: '999', for: 'emergency', phone: '999', source: 'https://northtyneside.gov.uk/category/489/staying-safe', checked: READ },
    { name: 'Childline', for: 'young', phone: '0800 1111', web: 'www.childline.org.uk', source: 'https://www.sunderlandecho.com/news/opinion/columnists/childline-advice-when-a-child-contacts-us-we-will-listen-and-support-them-3817957', checked: READ },
  ],
  ID: [{ name: 'SAPA 129', for: 'all', phone: '129', source: 'https://idntimes.com/news/indonesia/amp/lia-hutasoit-1/laporan-kekerasan-layanan-sapa-129-terintegrasi-di-34-provinsi', checked: READ }],
  IN: [
    { name: '112 India', for: 'emergency', phone: '112', source: 'https://socialhindustan.in/centre-hanging-up-on-1098-children-will-have-to-call-112/', checked: READ },
    { name: 'CHILDLINE 1098', for: 'young', phone: '1098', web: 'www.childlineindia.org', source: 'https://www.childlineindia.org/a/about/childline-india', checked: READ },
  ],
  MX: [{ name: '911', for: 'emergency', phone: '911', source: 'https://www.publimetro.com.mx/opinion/2024/03/01/usar-bien-los-numeros-de-emergencia-por-luis-wertman-zaslav/', checked: READ }],
  PT: [
    EMERGENCY_EU,
    { name: 'SOS-Criança', for: 'young', phone: '116 111', web: 'iacrianca.pt', source: 'https://www.vidaativa.pt/linha-de-apoio-a-crianca/', checked: READ },
  ],
  SA: [{ name: 'خط مساندة الطفل', for: 'young', phone: '116111', source: 'https://studylib.net/doc/5402208/fri.---saudi-arabia--1----child-helpline-international', checked: READ }],
  US: [
    { name: '911', for: 'emergency', phone: '911', source: 'https://childhelphotline.org/how-it-works', checked: READ },
    { name: 'Childhelp National Child Abuse Hotline', for: 'young', phone: '1-800-422-4453', web: 'childhelphotline.org', source: 'http://helpisaclickaway.org', checked: READ },
  ],
};

/** For every region: a network of child help lines in well over a hundred countries. */
export const EVERYWHERE: readonly HelpService[] = [
  { name: 'Child Helpline International', for: 'young', web: 'childhelplineinternational.org', source: 'https://childhelplineinternational.org/20-years-20-voices-anar-spain/', checked: READ },
];
