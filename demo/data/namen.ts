// SPDX-License-Identifier: EUPL-1.2
// Own lists of common names, made for the fictitious region. A name is nobody's; the people who get one do not exist.

/** A given name, with what people call its bearer or write by mistake. */
export interface Voornaam {
  readonly naam: string;
  /** Call names and spellings in which the same person turns up elsewhere. */
  readonly ook?: readonly string[];
}

/** A surname with its prefix, and the ways in which it gets misspelled. */
export interface Achternaam {
  readonly naam: string;
  readonly tussenvoegsel?: string;
  readonly fout?: readonly string[];
}

/** Names that belong together, so that a family sounds like one. Nothing else follows from it. */
export interface Namenkring {
  readonly kring: string;
  /** Share of households; see parameters.ts. */
  readonly deel: number;
  readonly vrouw: readonly Voornaam[];
  readonly man: readonly Voornaam[];
  readonly achternamen: readonly Achternaam[];
  /** Whether the household sometimes turns up in its own script. */
  readonly schrift?: Readonly<Record<string, string>>;
}

function lijst(tekst: string): Voornaam[] {
  return tekst.trim().split(/\s*,\s*/).map((stuk) => {
    const [naam = '', ...ook] = stuk.split('/').map((s) => s.trim());
    return ook.length > 0 ? { naam, ook } : { naam };
  });
}

/** `van den Berg/Berch` : prefix in lower case first, misspellings after a slash. */
function achter(tekst: string): Achternaam[] {
  return tekst.trim().split(/\s*,\s*/).map((stuk) => {
    const [heel = '', ...fout] = stuk.split('/').map((s) => s.trim());
    const delen = /^((?:(?:van|de|den|der|het|ten|ter|in|op|'t|te|el|da|dos)\s)*)(.+)$/u.exec(heel);
    const tussenvoegsel = (delen?.[1] ?? '').trim();
    return { naam: delen?.[2] ?? heel, ...(tussenvoegsel ? { tussenvoegsel } : {}), ...(fout.length > 0 ? { fout } : {}) };
  });
}

/** Older given names, for grandparents and parents born before about 1975. */
export const OUDER = {
  vrouw: lijst(`Aaltje/Alie, Albertje/Bertie, Alberdina/Dina, Annechien/Anne, Anna Maria/Annemarie, Berendina/Dini, Catharina/Tineke, Cornelia/Corrie,
    Elisabeth/Els, Engelina/Lien, Frederika/Riek, Geertje/Geert, Geertruida/Truus, Gerritje/Gerrie, Grietje/Greet, Harmina/Harmke, Hendrika/Riekie,
    Hendrikje/Henny, Hilligje/Hillie, Jacoba/Coba, Jantina/Tine, Jantje/Jannie, Johanna/Annie, Klaasje/Klaske, Lammechien/Lammie, Margaretha/Greta,
    Margje/Marga, Maria/Riet, Roelfien/Roelie, Trijntje/Trijn, Wilhelmina/Willy, Willemina/Mina, Zwaantje/Swaantje`),
  man: lijst(`Albert/Bert, Albertus/Bertus, Barteld/Bart, Berend/Barend, Cornelis/Cor, Derk/Dirk, Egbert/Bert, Evert/Eef, Frederik/Freek, Geert/Gert,
    Gerrit/Ger, Gerhardus/Gerard, Harm/Harmen, Hendrik/Henk, Hendrikus/Rikus, Hermannus/Manus, Jacob/Jaap, Jan, Jannes/Jan, Johannes/Johan, Klaas/Nico,
    Lambertus/Bert, Lammert/Lambert, Luitje/Luit, Lucas/Luuk, Marinus/Rinus, Pieter/Piet, Reinder/Rein, Roelof/Roel, Wiebe/Wybe, Willem/Wim, Wolter/Wout`),
} as const;

const NEDERLANDS: Namenkring = {
  kring: 'nederlands',
  deel: 0.83,
  vrouw: lijst(`Amber, Anke, Anne/Annie, Anneke, Annelies, Annet/Annette, Anouk, Astrid, Bianca, Britt, Carla/Karla, Carolien/Caroline, Charlotte/Lotte, Chantal, Claudia,
    Daniëlle/Danielle, Denise, Diana, Dominique, Elise, Ellen, Emma, Esmee/Esmée, Esther/Ester, Eva, Evelien/Eveline, Femke, Fleur, Floor, Gerda, Hanneke, Heleen, Ilse,
    Inge, Ingrid, Iris, Isa, Jacqueline, Jessica, Jolanda/Yolanda, Josien, Judith, Julia, Karin/Carin, Kim, Kirsten, Laura, Lianne, Lieke, Linda, Lisa, Lisanne, Lot, Maaike/Maike,
    Manon, Marieke/Mariëke, Marije, Marijke, Marleen, Marloes, Martine, Maud, Melissa, Merel, Milou, Miranda, Mirjam/Miriam, Monique, Nadine, Naomi, Natasja/Natascha, Nicole, Nienke,
    Nina, Noa, Nynke, Patricia, Petra, Renate, Roos, Rosalie, Sabine, Sandra, Sanne, Sara/Sarah, Saskia, Silvia/Sylvia, Simone, Sophie/Sofie, Stefanie/Stephanie, Suzanne/Susanne, Tamara, Tess, Tessa,
    Vera, Wendy, Wilma, Yvonne, Zoë/Zoe`),
  man: lijst(`Alwin, André/Andre, Arjan, Arjen/Arian, Bas, Bart, Bram, Casper/Kasper, Christiaan/Chris, Daan, Dennis, Dick, Dylan, Edwin, Emiel, Erik/Eric, Erwin, Ferdi, Finn, Floris, Frank, Frits,
    Gerben, Gijs, Guus, Harrie/Harry, Hugo, Ivo, Jaap, Jasper, Jelle, Jelmer, Jeroen, Jesse, Job, Johan, Joost, Jordy, Jorn, Joris, Jurgen/Jürgen, Justin, Kevin, Koen, Lars, Leon, Levi,
    Luuk/Luc, Maarten/Martin, Marcel, Marco/Marko, Mark/Marc, Martijn, Mathijs/Matthijs, Maurits, Max, Menno, Michael/Michel, Michiel, Mick, Milan, Nick/Niek, Niels, Noud, Olaf, Patrick, Paul, Peter, Pim, Ralf/Ralph,
    Ramon, Rein, René/Rene, Richard, Rick/Rik, Rob, Robert/Rob, Robin, Ronald/Ron, Ruben, Rutger, Ruud, Sam, Sander, Sem, Sjoerd, Stefan/Stephan, Sven, Teun, Thijs/Tijs, Thom/Tom, Tim, Timo, Tjeerd, Tobias,
    Vincent, Wesley, Wouter, Xander`),
  achternamen: achter(`de Jong/de Jongh, Jansen/Janssen/Jansens, de Vries/de Fries, van den Berg/van de Berg/van den Bergh, Bakker/Backer, van Dijk/van Dyk/van Dijck, Visser/Fisser, Smit/Smid, Meijer/Meyer/Meier,
    de Boer, Mulder/Muller, de Groot, Bos/Bosch, Vos/Vosch, Peters/Peeters, Hendriks/Hendrix, van Leeuwen, Dekker/Decker, Brouwer/Brouwers, de Wit/de Wit, Dijkstra/Dykstra, Smits, de Graaf/de Graaff, van der Meer,
    van der Linden, Kok/Kock, Jacobs/Jakobs, de Haan, Vermeulen, van den Heuvel, van der Veen/van der Feen, van den Broek/van den Broeck, de Bruijn/de Bruin/de Bruyn, van der Heijden/van der Heyden/van der Heiden, Schouten/Schouton,
    van Beek, Willems, van Vliet, van de Ven, Hoekstra/Hoekstar, Maas, Verhoeven/Verhoefen, Koster/Coster, van Dam, Prins/Prince, Blom/Bloem, Huisman/Huysman, Peeters, de Jonge, Kuipers/Kuypers, van Veen, Post/Postma,
    Kuiper/Kuyper, Veenstra, Kramer/Cramer, van den Brink, Scholten/Scholte, Postma, Martens, van der Ploeg/van der Plueg, Mol, de Ruiter/de Ruyter, van Os, Hofman/Hoffman, Timmer/Timmers, Bosma, Hoogeveen/Hogeveen, Evers,
    Hofstede, Eising/Eisinga, Wessels, Boelens/Boulens, Veldman/Feldman, Oosting/Oostingh, Hilberts, Zwiers/Swiers, Kroezen/Kroese, Lubbers, Wilms, Ensing/Enzing, Reinders, Stevens/Stephens, Tigelaar/Tichelaar, Boerma,
    Sikkema, Haveman, Naber, Speelman, Weggemans, Moes/Mous, Beuving/Beuvink, Hartman, Warringa, Zinger, Alting/Altingh, Nijboer/Nyboer/Neijboer, Kiers, Koops/Coops, Meems, Seubers, Buring, Tuin, Kamps/Camps, Wolting,
    ter Horst, ten Cate/ten Kate, in 't Veld/int Veld, van 't Hof/van het Hof, op den Dries, de Lange, van der Weide/van der Wijde, van Zanten, van der Laan, van der Wal/van der Wall, Pruim, Bolhuis`),
};

const KRINGEN: readonly Namenkring[] = [
  NEDERLANDS,
  {
    kring: 'turks',
    deel: 0.03,
    vrouw: lijst('Ayşe/Ayse, Fatma, Elif, Zeynep/Zeinep, Emine, Hatice/Hatije, Esra, Merve, Büşra/Busra, Şeyma/Seyma, Derya, Gülcan/Gulcan, Melek, Sevda'),
    man: lijst('Mehmet/Mehmed, Mustafa/Moustafa, Ahmet/Ahmed, Ali, Hüseyin/Huseyin, Emre, Murat, Yusuf/Joesoef, Ömer/Omer, Can, Burak, Serkan, Kerem, Deniz'),
    achternamen: achter('Yılmaz/Yilmaz, Kaya, Demir, Çelik/Celik, Şahin/Sahin, Yıldız/Yildiz, Öztürk/Ozturk, Aydın/Aydin, Arslan/Aslan, Doğan/Dogan, Koç/Koc, Polat'),
  },
  {
    kring: 'marokkaans',
    deel: 0.02,
    vrouw: lijst('Fatima/Fatiha, Khadija/Chadija, Naima, Samira, Hanan, Nora/Noura, Salma, Yasmina/Jasmina, Loubna, Imane/Iman, Soukaina, Ikram'),
    man: lijst('Mohamed/Mohammed, Youssef/Yousef, Hassan, Rachid/Rashid, Karim, Bilal/Billal, Hamza, Ayoub, Said, Omar, Ilias/Ilyas, Anouar'),
    achternamen: achter('el Amrani/Elamrani, Benali/Ben Ali, el Idrissi/Idrissi, Bouzid/Bouzidi, Haddou/Hadou, el Khattabi/Elkhattabi, Azzouzi, Tahiri, Chaouki, Ziani, Bakkali/Bakali'),
  },
  {
    kring: 'surinaams en caribisch',
    deel: 0.025,
    vrouw: lijst('Shanti, Sharda, Priya, Anjali, Gaitri, Joyce, Muriël/Muriel, Sheila, Chantelle, Jurina, Rosita, Naomi, Sharon'),
    man: lijst('Ashwin, Ravi, Sunil, Rishi, Radj, Winston, Clyde, Glenn/Glen, Romeo, Steven/Stephen, Jairo, Rodney, Humphrey'),
    achternamen: achter('Ramdin/Ramdien, Bhagwandin/Bhagwandien, Jagroep/Jagrup, Kalloe/Kallu, Sewnath, Sital, Pinas, Vrede, Martina, Rosaria, Winklaar/Winklar, Kartosen'),
  },
  {
    kring: 'moluks en indisch',
    deel: 0.015,
    vrouw: lijst('Maria/Ria, Sarlota/Lotte, Elisabeth/Betty, Yosina/Josina, Febe, Novita'),
    man: lijst('Johannis/Johannes, Marthin/Martin, Semuel/Samuel, Octovianus/Okky, Elias, Zeth'),
    achternamen: achter('Pattiwaelata/Pattiwalata, Sahetapir/Sahetapi, Tomasoa/Thomasoa, Latumetan/Latumeten, Manusiwa, Siahainenia, Lekatompessij/Lekatompessy'),
  },
  {
    kring: 'pools',
    deel: 0.025,
    vrouw: lijst('Agnieszka/Agnieska, Anna/Ania, Katarzyna/Kasia, Małgorzata/Gosia, Magdalena/Magda, Monika, Joanna/Asia, Zofia/Zosia, Maja/Maya, Hanna'),
    man: lijst('Piotr/Pjotr, Krzysztof/Krzystof, Tomasz/Tomas, Paweł/Pawel, Marcin/Martin, Jakub/Kuba, Michał/Michal, Jan, Szymon, Filip'),
    achternamen: achter('Nowak/Novak, Kowalski/Kowalska, Wiśniewski/Wisniewski, Wójcik/Wojcik, Kamiński/Kaminski, Lewandowski/Lewandowsky, Zieliński/Zielinski, Szymański/Szymanski, Dąbrowski/Dabrowski'),
  },
  {
    kring: 'syrisch',
    deel: 0.02,
    vrouw: lijst('Rania, Hala, Amal, Rima, Lina, Nour/Noor, Maryam/Mariam, Sawsan, Yara, Layal'),
    man: lijst('Khaled/Khalid, Ahmad/Ahmed, Mahmoud/Mahmud, Firas, Bashar, Anas, Majd, Samer, Tarek/Tareq, Adam'),
    achternamen: achter('Al Hassan/Alhassan, Haddad/Hadad, Khalil/Khaliel, Darwish/Darwich, Al Masri/Almasri, Issa/Isa, Najjar/Nadjar, Sabbagh'),
    schrift: { Rania: 'رانيا', Amal: 'أمل', Nour: 'نور', Khaled: 'خالد', Ahmad: 'أحمد', Mahmoud: 'محمود', Haddad: 'حداد', Khalil: 'خليل', Darwish: 'درويش', Issa: 'عيسى' },
  },
  {
    kring: 'oekraïens',
    deel: 0.02,
    vrouw: lijst('Olena/Elena, Oksana, Iryna/Irina, Natalia/Natalija, Kateryna/Katerina, Yulia/Julia, Sofiia/Sofia, Daryna'),
    man: lijst('Oleksandr/Alexander, Andriy/Andrij, Serhiy/Sergej, Dmytro/Dmitro, Mykola/Nikolaj, Ivan, Maksym/Maxim, Bohdan'),
    achternamen: achter('Melnyk/Melnik, Shevchenko/Sjevtsjenko, Kovalenko, Bondarenko, Tkachenko/Tkatsjenko, Kravchenko/Kravtsjenko, Boyko/Bojko, Marchenko'),
    schrift: { Olena: 'Олена', Iryna: 'Ірина', Natalia: 'Наталія', Andriy: 'Андрій', Dmytro: 'Дмитро', Ivan: 'Іван', Melnyk: 'Мельник', Kovalenko: 'Коваленко', Boyko: 'Бойко' },
  },
  {
    kring: 'eritrees',
    deel: 0.015,
    vrouw: lijst('Selam/Salam, Mebrat, Senait, Rahwa, Helen/Helena, Winta, Luwam'),
    man: lijst('Tesfay/Tesfai, Yonas/Jonas, Abel, Filmon, Kibrom, Robel, Samuel'),
    achternamen: achter('Haile/Hayle, Tekle, Berhane/Berhan, Gebremedhin/Gebre Medhin, Kidane, Ghebreab/Gebreab'),
    schrift: { Selam: 'ሰላም', Tesfay: 'ተስፋይ', Haile: 'ሃይለ' },
  },
];

/** The circles of names; shares add up to 1. */
export const NAMENKRINGEN: readonly Namenkring[] = KRINGEN;

/** Names of workers: an initial and a surname. None of them exists. */
export const MEDEWERKERNAMEN = `A. Hamstra, B. Wolters, C. Oldenkamp, D. Yıldırım, E. Bruins, F. Meerman, G. Akkerhof, H. Rozema, I. Veltkamp, J. Buitenhuis, K. Zondag, L. Ravensberg,
  M. Tjoelker, N. Haddouch, O. Stadlander, P. Eikenaar, R. Boschloo, S. Drenthen, T. Kloosterhof, U. Wiersum, V. Nijenhuis, W. Olthuis, Y. Sterenborg, Z. Karaman, A. Poelmans,
  B. Terpstra, C. Heuvelink, D. Molenkamp, E. Sandberg, F. Rijnders, G. Lanting, H. Bouwhuis, I. Sapulete, J. Grootenhuis, K. Wietsma, L. Doornbosch, M. Fennema, N. Verwoert,
  O. Pranger, P. Schuiling, R. Ramautar, S. Weidema, T. Oosterwold, V. Brinkhorst, W. Zandstra, Y. el Ouali, A. Kruimer, B. Leeflang, C. Noordhoek, D. Palsma, E. Roggeveld, F. Sietsma,
  G. Tuinhof, H. Wagenborg, I. Zijlmans, J. Aalderink, K. Bergakker, L. Coumans, M. Dijkgraaf, N. Esveld`
  .split(',')
  .map((s) => s.replace(/\s+/g, ' ').trim());
