/**
 * Words that tell where somebody comes from: country, people of it, adjective. Written out, because rules of endings lose
 * the short ones (Syrien, syrisch, Syrer). A trailing `~` stands for any ending. origin-words.test.ts asks for every
 * nationality of the code list.
 */
const words = `
alban~ bosni~ herzegow~ belgi~ bulgar~ dänemark~ dänisch~ däne dänin~ dänen estland~ estnisch~ este estin~ esten finnland~ finnisch~
finne finnin~ finnen frankreich~ französ~ franzos~ kroat~ slowen~ serb~ montenegr~ griech~ irland~ irisch~ ire irin iren italien~
jugoslaw~ lettland~ lettisch~ lette lettin~ letten litau~ luxemburg~ mazedon~ nordmazedon~ malta malteser~ maltesisch~ moldau~
moldaw~ niederland~ niederländ~ holland~ holländ~ kosov~ kosow~ österreich~ polen polens polnisch~ pole polin~ portug~ rumän~ slowak~
schwede~ schwedisch~ schwedin~ sowjet~ russland~ russisch~ russe russin~ russen spani~ tschech~ türkei türkisch~ türke türkin~
türken ungar~ ukrain~ zypern zypriot~ zyprisch~ weißruss~ belarus~ belarussisch~ brite britin~ briten britisch~ großbritannien england~ engländ~ schottisch~
norweg~ island isländ~ schweizer~
algeri~ eritre~ äthiop~ nigeri~ niger nigrisch~ ghana~ kongo~ marokk~ guine~ kamerun~ sierra somali~ sudan~ südsudan~ tunes~ ägypt~
gambi~ senegal~ mali malisch~ malier~ togo~ benin~ angola~ angolan~ ruand~ burundi~ keni~ ugand~ tansani~ simbabw~ sambi~ mosambik~
liby~ burkin~ elfenbeinküste~ ivorer~ ivorisch~ liberi~ maureta~ mauretan~ madagas~ tschad~ südafrik~ afrikan~
brasili~ kolumbi~ venezol~ venezuela~ kuba kuban~ peru peruan~ chile chilen~ argentin~ mexik~ ecuador~ dominikan~ haiti~ jamaik~
bolivi~ amerikan~
armenien~ armenier~ armenisch~ afghan~ aserbaidschan~ georgien~ georgier~ georgisch~ lanka tamil~ singhales~ vietnam~ indien~ indisch~
inder inderin~ indern irak~ iran~ perser~ persisch~ kasach~ jordani~ jordanisch~ libanon~ libanes~ nepal~ palästin~ banglad~
pakistan~ tadschik~ syrien~ syrisch~ syrer~ thai thailand~ thailänd~ china chines~ jemen~ kuwait~ saudi~ israel~ usbek~ kirgis~ turkmen~
mongol~ philippin~ indones~ malays~ myanmar~ birman~ kambodsch~ laot~ korea~ japan~
arab~ kurd~ jesid~ jezid~ yezid~ tschetschen~ dagestan~ paschtun~ hazara~ uigur~ rohingya~ roma romni romnja sinti sinto sintizza tigrin~
oromo amhar~ aramä~ assyr~ chaldä~ berber~ tscherkess~`

/** A regular expression for any of them, as a whole word. */
export const originWords = `(?:${words
  .trim()
  .split(/\s+/)
  .map((word) => word.replace(/~$/, String.raw`\p{L}{0,20}`))
  .join('|')})`
