/** How a file of each format begins, a few rows long; the figures are made up. */

const pvgisHead = (separator: string) =>
  [
    `Latitude (decimal degrees):${separator}33.370`,
    `Longitude (decimal degrees):${separator}-7.580`,
    `Elevation (m):${separator}200`,
  ].join('\n');

export const openings: Readonly<Record<string, string>> = {
  'pvgis-hourly': `${pvgisHead('\t')}
Radiation database:\tPVGIS-SARAH2


Slope: 30 deg. 
Azimuth: 0 deg. 
Nominal power of the PV system (c-Si) (kWp):\t2.0
System losses (%):\t14.0
time,P,G(i),H_sun,T2m,WS10m,Int
20190101:0010,0.0,0.0,0.0,9.12,2.07,0.0
20190101:0110,0.0,0.0,0.0,9.02,2.11,0.0
`,
  'pvgis-tmy': `${pvgisHead(' ')}
Irradiance Time Offset (h): 0.1761
month,year
1,2018
2,2007
time(UTC),T2m,RH,G(h),Gb(n),Gd(h),IR(h),WS10m,WD10m,SP
20180101:0000,9.1,94.3,0.0,-0.0,0.0,283.5,0.7,257.0,99870.0
20180101:0100,9.0,94.1,0.0,-0.0,0.0,282.5,0.8,250.0,99870.0
`,
  pvwatts: `"PVWatts: Hourly PV Performance Data"
"Requested Location:","somewhere"
"Lat (deg N):","33.37"
"Long (deg W):","7.58"
"Elev (m):","200"
"DC System Size (kW):","4"
"Array Type:","Fixed (open rack)"
"Array Tilt (deg):","20"
"Array Azimuth (deg):","180"
""
"Month","Day","Hour","Beam Irradiance (W/m^2)","Ambient Temperature (C)","AC System Output (W)"
"1","1","0","0","9.1","0"
"1","1","1","0","9.0","0"
`,
  tmy3: `000001,"TOWN",XX,-1.0,33.370,-7.580,200
Date (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),GHI source,Dry-bulb (C),Wspd (m/s)
01/01/1999,01:00,0,1,9.1,2.1
01/01/1999,02:00,0,1,9.0,2.2
`,
  epw: `LOCATION,Town,-,XXX,Source,000000,33.37,-7.58,1.0,200.0
DESIGN CONDITIONS,0
COMMENTS 1,x
DATA PERIODS,1,1,Data,Sunday, 1/ 1,12/31
2019,1,1,1,60,?9?9?9,9.1,8.0,70,101325,0,0,300,0,0,0,0,0,0,0,270,2.1,5,5,9999,99999,9,999999999,20,0.1,0,88,0.2,0,0
2019,1,1,2,60,?9?9?9,9.0,8.0,70,101325,0,0,300,0,0,0,0,0,0,0,270,2.2,5,5,9999,99999,9,999999999,20,0.1,0,88,0.2,0,0
`,
  nsrdb: `Source,Location ID,City,State,Country,Latitude,Longitude,Time Zone,Elevation,Local Time Zone,Version
NSRDB,1,-,-,-,33.37,-7.58,0,200,0,v3.2.2
Year,Month,Day,Hour,Minute,DHI,GHI,DNI,Temperature,Wind Speed
2019,1,1,0,30,0,0,0,9,2.1
2019,1,1,1,30,0,0,0,9,2.2
`,
  'sam-wind': `1,city,st,MA,country,2019,33.37,-7.58,200,1,8760
made for a test
Temperature,Pressure,Speed,Direction
C,atm,m/s,Degrees
80,80,80,80
9.1,0.98,6.2,270
9.0,0.98,6.4,271
`,
  'nasa-power': `-BEGIN HEADER-
NASA/POWER Source Native Resolution Hourly Data
Dates (month/day/year): 01/01/2019 through 12/31/2019 in UTC
Location: Latitude  33.37   Longitude -7.58
Parameter(s):
ALLSKY_SFC_SW_DWN   CERES SYN1deg All Sky Surface Shortwave Downward Irradiance (Wh/m^2)
-END HEADER-
YEAR,MO,DY,HR,ALLSKY_SFC_SW_DWN,T2M,WS50M
2019,1,1,0,0.0,9.38,2.71
2019,1,1,1,0.0,9.28,2.81
`,
  'era5-point': `valid_time,u100,v100,t2m,sp,latitude,longitude
2019-01-01 00:00:00,3.1,-2.2,282.1,99870,33.25,-7.5
2019-01-01 01:00:00,3.2,-2.1,282.0,99870,33.25,-7.5
`,
  'ninja-point': `# Renewables.ninja Wind power (Point API) - 33.370, -7.580 - Version: 1.1
# Units: time in UTC, local_time in Africa/Casablanca, electricity in kW
# {"units": {"time": "UTC", "electricity": "kW"}, "params": {"lat": "33.37", "lon": "-7.58", "capacity": "1"}}
time,local_time,electricity
2019-01-01 00:00,2019-01-01 01:00,0.304
2019-01-01 01:00,2019-01-01 02:00,0.314
`,
  'ninja-country': `# Renewables.ninja Wind (Country) - MA
# made for a test
time,national,onshore
2019-01-01 00:00:00,0.304,0.304
2019-01-01 01:00:00,0.314,0.314
`,
  'open-meteo': `latitude,longitude,elevation,utc_offset_seconds,timezone,timezone_abbreviation
33.37,-7.58,200.0,0,GMT,GMT

time,temperature_2m (°C),wind_speed_10m (km/h),shortwave_radiation (W/m²)
2019-01-01T00:00,9.3,8.6,0
2019-01-01T01:00,9.2,8.7,0
`,
  'entsoe-old': `"Time (CET/CEST)","Day-ahead Total Load Forecast [MW] - BZN|FI","Actual Total Load [MW] - BZN|FI"
"01.01.2019 00:00 - 01.01.2019 01:00","9000","9100"
"01.01.2019 01:00 - 01.01.2019 02:00","8900","9000"
`,
  'entsoe-new': `"MTU (CET/CEST)","Area","Actual Total Load (MW)","Day-ahead Total Load Forecast (MW)"
"01/01/2019 00:00:00 - 01/01/2019 01:00:00","BZN|FI","9100","9000"
"01/01/2019 01:00:00 - 01/01/2019 02:00:00","BZN|FI","9000","8900"
`,
  opsd: `utc_timestamp,cet_cest_timestamp,DE_wind_capacity,DE_wind_generation_actual,DE_wind_profile
2019-01-01T00:00:00Z,2019-01-01T01:00:00+0100,100,40,0.4
2019-01-01T01:00:00Z,2019-01-01T02:00:00+0100,100,41,0.41
`,
  'wind-toolkit': `SiteID,12345,Site Timezone,-1,Data Timezone,0,Longitude,-7.58,Latitude,33.37
Year,Month,Day,Hour,Minute,wind speed at 100m (m/s),air temperature at 100m (C)
2019,1,1,0,0,6.2,9.1
2019,1,1,1,0,6.4,9.0
`,
  'rows-without-time': `Hour,cf
0,0.5
1,0.25
2,0.125
`,
  utility: `Date;Heure;Puissance (MW)
31/01/2019;0:10;1,5
31/01/2019;0:20;1,6
`,
};
