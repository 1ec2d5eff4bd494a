import type { ReasonCode, ScamFamily } from '../contract/verdict.ts';

/**
 * English phrases a notice may name a reason or a family by, after the model has fired; alone they are no evidence
 * (a bank's own warning holds many). Written for this project, CC0. Lower case, words parted by one space; a star at the
 * end of a phrase stands for any ending; digits are written 0. Built into `scam.bin`: the worker's file does not hold them.
 */
export interface CueGroup {
  /** What the phrases let a notice say; absent where they only point to a family. */
  readonly reason?: ReasonCode;
  readonly family?: ScamFamily;
  /** With a comma between. */
  readonly phrases: string;
}

export const CUES: readonly CueGroup[] = [
  { reason: 'account-threat', family: 'account', phrases:
    'account has been suspended,account has been limited,account has been locked,account will be blocked,'
    + 'account will be closed,unusual activity,unusual sign in,suspicious activity,new device,verify your account,'
    + 'verify your identity,verify your details,confirm your identity,confirm your details,update your billing,'
    + 'card has been locked,restore access,login attempt*,kyc,secure your account,payment declined,re activate,'
    + 'validate your wallet,recovery phrase' },
  { reason: 'asks-for-code', family: 'account', phrases:
    'send me the code,forward the code,forward it to me,tell me the code,read me the code,one time password,'
    + 'verification code,the code you got,0 digit code,share the otp,send the otp' },
  { reason: 'parcel-or-fee', family: 'parcel', phrases:
    'your parcel,your package,your shipment,redeliver*,re delivery,delivery fee,shipping fee,customs charge*,customs fee,'
    + 'held at the warehouse,incomplete address,could not be delivered,tried to deliver,unpaid customs,schedule a delivery,'
    + 'tracking code' },
  { reason: 'prize-or-refund', family: 'prize', phrases:
    'you have won,you won,your prize,claim your,to claim,lucky winner,lucky draw,gift card for you,free iphone,'
    + 'reward points,unclaimed,giveaway,you have been selected,cash reward,congratulations you,raffle' },
  { reason: 'prize-or-refund', family: 'government', phrases:
    'tax refund,tax rebate,refund of,cost of living payment,eligible for a,grant' },
  { family: 'government', phrases:
    'unpaid toll,outstanding toll,toll balance,unpaid fine*,traffic ticket,parking charge,vehicle tax,final notice,'
    + 'arrest warrant,legal action,court,officer,dmv,irs,hmrc,national insurance,social security' },
  { family: 'gambling', phrases: 'free credit,free spins,casino,slot,slots,baccarat,betting,no deposit,jackpot,fixed match*' },
  { family: 'loan', phrases: 'loan,loans,pre approved,no credit check,processing fee,low interest,instant cash,debt relief' },
  { family: 'support', phrases:
    'technical support,tech support,infected with a virus,antivirus,subscription renew*,call toll free,customer care,'
    + 'remote access,sim will be deactivated,missed voicemail' },
  { reason: 'job-or-investment', family: 'investment', phrases:
    'bitcoin,crypto,usdt,trading platform,guaranteed profit,guaranteed return*,double your,invest,investment,stock picks,'
    + 'vip signals,my mentor,forex,daily profit,your wallet,airdrop' },
  { reason: 'job-or-investment', family: 'job', phrases:
    'part time,work from home,remote job,online job,per day,daily salary,no experience,your resume,recruit*,hiring,'
    + 'liking videos,like videos,simple tasks,online task*,paid daily,registration fee' },
  { family: 'romance', phrases: 'lonely,dating,meet singles,my love,darling,private pictures,i like you,cam is free,soldier' },
  { reason: 'asks-for-money', family: 'payment', phrases:
    'gift cards,gift card codes,steam card,wire transfer,send money,send me money,send that money,'
    + 'bank details have changed,new account number,sent by mistake,send it back,pay the fee,i am in a meeting,pay you back' },
  { reason: 'asks-for-money', family: 'advance-fee', phrases:
    'beneficiary,inheritance,next of kin,consignment,clearance fee,compensation fund,donate,barrister,confidential business' },
  { reason: 'family-emergency', family: 'relative', phrases:
    'hi mum,hi mom,hi dad,hi grandma,hello mum,hello dad,this is my new number,my new number,temporary number,phone broke,'
    + 'dropped my phone,lost my phone,delete the old one,i had an accident,bail' },
  { family: 'marketplace', phrases:
    'still available,holding deposit,my courier,your item sold,your advert,buyer protection,landlord,keys come by post' },
  { family: 'extortion', phrases:
    'your webcam,recorded you,private photos,all your contacts,send the video,full access to your devices' },
  { family: 'wrong-number', phrases:
    'wrong number,do you remember me,got your number from,shall we be friends,nice to meet you,saved the number wrong,'
    + 'by mistake but' },
  { reason: 'urgency', phrases:
    'urgent,urgently,immediately,within 00 hours,within 0 hours,as soon as possible,last chance,final attempt,act now,'
    + 'before midnight,today only,expires today,or it will be,to avoid' },
  { reason: 'other-app', phrases:
    'add me on,text me on,contact us on,message me on,on whatsapp,on telegram,on line,on signal,whatsapp,telegram,t me,'
    + 'wa me,line id' },
];
