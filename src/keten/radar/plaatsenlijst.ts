// SPDX-License-Identifier: EUPL-1.2
/**
 * Places that a worker may type behind a name: the municipalities of today (RvIG, Landelijke tabel 33, those without an end
 * date), the towns of Drenthe and the larger ones around it. A place that is not here is asked about.
 */
export const PLAATSEN: readonly string[] = `
  's-Gravenhage; 's-Hertogenbosch; Aa en Hunze; Aalsmeer; Aalten; Achtkarspelen; Alblasserdam; Albrandswaard;
  Alkmaar; Almelo; Almere; Alphen aan den Rijn; Alphen-Chaam; Altena; Ameland; Amersfoort; Amstelveen; Amsterdam;
  Annen; Apeldoorn; Appingedam; Arnhem; Assen; Asten; Baarle-Nassau; Baarn; Barendrecht; Barger-Compascuum;
  Barneveld; Beek; Beekdaelen; Beesel; Beilen; Berg en Dal; Bergeijk; Bergen; Bergen op Zoom; Berkelland;
  Bernheze; Best; Beuningen; Beverwijk; Bladel; Blaricum; Bloemendaal; Bodegraven-Reeuwijk; Boekel; Borger;
  Borger-Odoorn; Borne; Borsele; Bovensmilde; Boxtel; Breda; Brielle; Bronckhorst; Brummen; Brunssum; Bunnik;
  Bunschoten; Buren; Capelle aan den IJssel; Castricum; Coevorden; Cranendonck; Culemborg; Dalen; Dalfsen;
  Dantumadiel; De Bilt; De Fryske Marren; De Ronde Venen; De Wijk; De Wolden; Delft; Delfzijl; Den Bosch; Den
  Haag; Den Helder; Deurne; Deventer; Diemen; Diever; Dijk en Waard; Dinkelland; Doesburg; Doetinchem; Dongen;
  Dordrecht; Drachten; Drechterland; Drimmelen; Dronten; Druten; Duiven; Dwingeloo; Echt-Susteren; Edam-Volendam;
  Ede; Eelde; Eemnes; Eemsdelta; Eersel; Eext; Eijsden-Margraten; Eindhoven; Elburg; Elim; Emmen;
  Emmer-Compascuum; Enkhuizen; Enschede; Epe; Erica; Ermelo; Etten-Leur; Exloo; Gasselte; Gasselternijveen;
  Geertruidenberg; Geldrop-Mierlo; Gemert-Bakel; Gennep; Gieten; Gilze en Rijen; Goeree-Overflakkee; Goes; Goirle;
  Gooise Meren; Gorinchem; Gouda; Groningen; Gulpen-Wittem; Haaksbergen; Haarlem; Haarlemmermeer; Halderberge;
  Hardenberg; Harderwijk; Hardinxveld-Giessendam; Haren; Harlingen; Hattem; Havelte; Heemskerk; Heemstede; Heerde;
  Heerenveen; Heerlen; Heeze-Leende; Heiloo; Hellendoorn; Hellevoetsluis; Helmond; Hendrik-Ido-Ambacht; Hengelo;
  Het Hogeland; Heumen; Heusden; Hillegom; Hilvarenbeek; Hilversum; Hoeksche Waard; Hof van Twente; Hollands
  Kroon; Hollandscheveld; Hoogersmilde; Hoogeveen; Hoogezand; Hoorn; Horst aan de Maas; Houten; Huizen; Hulst;
  IJsselstein; Joure; Kaag en Braassem; Kampen; Kapelle; Katwijk; Kerkrade; Klazienaveen; Koggenland; Krimpen aan
  den IJssel; Krimpenerwaard; Laarbeek; Land van Cuijk; Landgraaf; Landsmeer; Lansingerland; Laren; Leek;
  Leeuwarden; Leiden; Leiderdorp; Leidschendam-Voorburg; Lelystad; Leudal; Leusden; Lingewaard; Lisse; Lochem;
  Loon; Loon op Zand; Lopik; Losser; Maasdriel; Maasgouw; Maashorst; Maassluis; Maastricht; Medemblik; Meerssen;
  Meierijstad; Meppel; Middelburg; Midden-Delfland; Midden-Drenthe; Midden-Groningen; Moerdijk; Molenlanden;
  Montferland; Montfoort; Mook en Middelaar; Musselkanaal; Neder-Betuwe; Nederweert; Nieuw-Amsterdam;
  Nieuw-Buinen; Nieuw-Dordrecht; Nieuw-Weerdinge; Nieuwegein; Nieuwkoop; Nieuwlande; Nijeveen; Nijkerk; Nijmegen;
  Nissewaard; Noardeast-Fryslân; Noord-Beveland; Noordenveld; Noordoostpolder; Noordwijk; Norg; Nuenen, Gerwen en
  Nederwetten; Nunspeet; Odoorn; Oegstgeest; Oirschot; Oisterwijk; Oldambt; Oldebroek; Oldenzaal; Olst-Wijhe;
  Ommen; Oost Gelre; Oosterhesselen; Oosterhout; Ooststellingwerf; Oostzaan; Opmeer; Opsterland; Oss; Oude
  IJsselstreek; Ouder-Amstel; Oudewater; Overbetuwe; Papendrecht; Paterswolde; Peel en Maas; Peize; Pekela; Pesse;
  Pijnacker-Nootdorp; Purmerend; Putten; Raalte; Reimerswaal; Renkum; Renswoude; Reusel-De Mierden; Rheden;
  Rhenen; Ridderkerk; Rijssen-Holten; Rijswijk; Roden; Roerdalen; Roermond; Rolde; Roosendaal; Rotterdam;
  Rozendaal; Rucphen; Ruinen; Ruinerwold; Schagen; Scherpenzeel; Schiedam; Schiermonnikoog; Schoonebeek;
  Schoonoord; Schouwen-Duiveland; Simpelveld; Sint-Michielsgestel; Sittard-Geleen; Sleen; Sliedrecht; Sluis;
  Smallingerland; Smilde; Sneek; Soest; Someren; Son en Breugel; Stadskanaal; Staphorst; Stede Broec; Steenbergen;
  Steenwijkerland; Stein; Stichtse Vecht; Súdwest-Fryslân; Ter Apel; Terneuzen; Terschelling; Texel; Teylingen;
  Tholen; Tiel; Tilburg; Tubbergen; Twenterand; Tynaarlo; Tytsjerksteradiel; Uitgeest; Uithoorn; Uithuizen; Urk;
  Utrecht; Utrechtse Heuvelrug; Vaals; Valkenburg aan de Geul; Valkenswaard; Valthermond; Veendam; Veenendaal;
  Veere; Veldhoven; Velsen; Venlo; Venray; Vijfheerenlanden; Vlaardingen; Vledder; Vlieland; Vlissingen;
  Voerendaal; Voorschoten; Voorst; Vries; Vught; Waadhoeke; Waalre; Waalwijk; Waddinxveen; Wageningen; Wassenaar;
  Waterland; Weert; West Betuwe; West Maas en Waal; Westerbork; Westerkwartier; Westerveld; Westervoort;
  Westerwolde; Westland; Weststellingwerf; Westvoorne; Wierden; Wijchen; Wijdemeren; Wijk bij Duurstede;
  Winschoten; Winterswijk; Woensdrecht; Woerden; Wormerland; Woudenberg; Zaanstad; Zaltbommel; Zandvoort;
  Zeewolde; Zeist; Zevenaar; Zoetermeer; Zoeterwoude; Zuidlaren; Zuidplas; Zuidwolde; Zundert; Zutphen;
  Zwartemeer; Zwartewaterland; Zweeloo; Zwijndrecht; Zwolle
`
  .split(';')
  .map((s) => s.replace(/\s+/g, ' ').trim());
