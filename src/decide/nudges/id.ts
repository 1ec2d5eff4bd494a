import type { NudgeTable } from './table.ts';

export const INDONESIAN: NudgeTable = {
  words: {
    i: 'aku gue gw saya kita',
    o: 'di ke ya itu ini dari yang aja',
    t: 'nomor nomer nomorku nomerku no hp telepon',
    d: 'nol satu dua tiga empat lima enam tujuh delapan sembilan',
    a: 'alamat alamatku',
    p: 'pos',
    l: 'rumah rumahku tinggal kos kirim jemput pindah',
    S: 'jl jln jalan gang gg perum perumahan',
    s: 'komplek blok apartemen rt rw dusun desa',
    k: 'sma sman smp smpn smk smkn sd sdn mts man pesantren',
    f: 'sekolah sekolahku',
    h: 'nama namanya',
    g: 'anak kelas murid',
    z: 'tahun yang dulu udah lagi sama terus jam mulai gede naik jauh ada libur',
  },
  address: ['l.{0,3}[sS]w{0,3}t?n', 'ao{0,2}[sS]', 'lo?Sw', 'Sw{1,2}t?n', 'St?n', 'sns', 'po?[wi]?[nP]'],
  school: ['[igf].{0,3}k[nw]', 'hfw', 'fhw', 'fo?k', 'gkn'],
};
